package dev.windfall.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windfall.csv.Findings;
import dev.windfall.draw.Prize;
import dev.windfall.publishing.file.DeclaredDraw;
import dev.windfall.publishing.file.PrizeTable;
import dev.windfall.publishing.file.WinnersCheck;
import dev.windfall.simulator.Simulation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoWeekTests {

    private static final int SUBSCRIBERS = 10_000;

    /// The fewest that the last three months hold: on the first days of a month.
    private static final int WEEKS_ON_SHOW = 9;

    @TempDir
    Path folder;

    @Test
    void drawsOnSaturdaysOfTheDaysAskedFor() {
        assertThat(DemoWeek.between(LocalDate.of(2026, 8, 1), LocalDate.of(2026, 8, 15)))
                .extracting(DemoWeek::saturday)
                .containsExactly(LocalDate.of(2026, 8, 1), LocalDate.of(2026, 8, 8), LocalDate.of(2026, 8, 15));
        assertThat(DemoWeek.between(LocalDate.of(2026, 8, 2), LocalDate.of(2026, 8, 7)))
                .isEmpty();
    }

    @Test
    void declaresTheSameForAWeekWheneverItIsAdded() throws IOException {
        var all = draws(DemoWeek.between(LocalDate.of(2026, 7, 1), LocalDate.of(2026, 8, 15)));
        var last = draws(DemoWeek.between(LocalDate.of(2026, 8, 9), LocalDate.of(2026, 8, 15)));

        assertThat(all.getLast().number()).isEqualTo(last.getLast().number());
        assertThat(all.getLast().tiers()).isEqualTo(last.getLast().tiers());
        assertThat(last.getLast().tiers())
                .filteredOn(tier -> tier.prize() instanceof Prize.Item)
                .hasSize(2);
    }

    @Test
    void givesTheFirstSubscriberSomethingToSeeAtAnyTime() throws IOException {
        int weeksWithout = 0;
        int mostWeeksWithout = 0;
        for (DeclaredDraw draw : draws(DemoWeek.between(LocalDate.of(2026, 7, 1), LocalDate.of(2028, 12, 31)))) {
            weeksWithout = winsFirstSubscriber(draw) ? 0 : weeksWithout + 1;
            mostWeeksWithout = Math.max(mostWeeksWithout, weeksWithout);
        }

        assertThat(mostWeeksWithout).isLessThan(WEEKS_ON_SHOW);
    }

    private boolean winsFirstSubscriber(DeclaredDraw draw) throws IOException {
        Path file = new Simulation(SUBSCRIBERS, DemoDraws.SEED)
                .writeWinners(draw, folder)
                .orElseThrow();
        boolean[] won = new boolean[1];
        new WinnersCheck("demo.csv", draw, new Findings.Collector())
                .read(file, (line, subscriber, tier) -> won[0] |= subscriber == 1);
        return won[0];
    }

    private List<DeclaredDraw> draws(List<DemoWeek> weeks) throws IOException {
        Path file = Files.writeString(folder.resolve("demo.csv"), DemoWeek.prizeTable(weeks, SUBSCRIBERS));
        return PrizeTable.read(file, new PrizeTable.Selection(LocalDate.MIN, LocalDate.MAX, DemoWeek.ITEM_TIERS))
                .draws();
    }
}
