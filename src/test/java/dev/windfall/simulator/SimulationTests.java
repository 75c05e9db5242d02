package dev.windfall.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.windfall.csv.Findings;
import dev.windfall.draw.Money;
import dev.windfall.draw.Prize;
import dev.windfall.draw.Tier;
import dev.windfall.publishing.file.DeclaredDraw;
import dev.windfall.publishing.file.WinnersCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulationTests {

    private static final int SUBSCRIBERS = 100;
    private static final DeclaredDraw DRAW = draw("7", 5000, 0);

    @TempDir
    Path folder;

    @Test
    void writesAsManyWinnersAsAreDeclared() throws IOException {
        Path file = new Simulation(SUBSCRIBERS, 1).writeWinners(DRAW, folder).orElseThrow();
        int[] prizes = new int[SUBSCRIBERS + 1];
        var findings = new Findings.Collector();
        var check = new WinnersCheck("table.csv", DRAW, findings);
        check.read(file, (line, subscriber, tier) -> prizes[subscriber]++);
        check.checkCounts();

        assertThat(findings.isEmpty()).isTrue();
        assertThat(IntStream.rangeClosed(1, SUBSCRIBERS).map(subscriber -> prizes[subscriber]))
                .describedAs("50 prizes for each subscriber, give or take five standard deviations")
                .allMatch(count -> count > 15 && count < 85);
    }

    @Test
    void writesTheSameFileForTheSameSeed() throws IOException {
        assertThat(content(1, DRAW)).isEqualTo(content(1, DRAW));
        assertThat(content(1, DRAW)).isNotEqualTo(content(2, DRAW));
    }

    @Test
    void drawsEachDrawOnItsOwn() throws IOException {
        assertThat(content(1, draw("7", 3))).isEqualTo("""
                draw_no,subscriber_id,tier,amount,currency
                7,18,tier 0,2.50,EUR
                7,75,tier 0,2.50,EUR
                7,33,tier 0,2.50,EUR
                """);
        assertThat(content(1, draw("8", 3)).replace("8,", "7,")).isNotEqualTo(content(1, draw("7", 3)));
    }

    @Test
    void writesNoFileForADrawThatNobodyWon() throws IOException {
        assertThat(new Simulation(SUBSCRIBERS, 1).writeWinners(draw("7", 0), folder))
                .isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void replacesAnOlderFileAndLeavesNothingElse() throws IOException {
        Files.writeString(folder.resolve("winners-7.csv"), "old");
        new Simulation(SUBSCRIBERS, 1).writeWinners(DRAW, folder);

        assertThat(folder).isDirectoryContaining("glob:**/winners-7.csv");
        try (var entries = Files.list(folder)) {
            assertThat(entries).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "3047, winners-3047.csv",
        "../../etc/x, winners-..%2F..%2Fetc%2Fx.csv",
        "A 7*, winners-A%207%2A.csv",
        "A+7, winners-A%2B7.csv",
        "é, winners-%C3%A9.csv"
    })
    void makesDrawNumbersSafeForFileNames(String drawNumber, String name) {
        assertThat(WinnersFileName.of(drawNumber)).isEqualTo(name);
    }

    @Test
    void keepsFileNamesShortForLongDrawNumbers() {
        assertThat(WinnersFileName.of("抽".repeat(40)))
                .hasSizeLessThan(60)
                .isNotEqualTo(WinnersFileName.of("奖".repeat(40)));
    }

    @Test
    void refusesALotteryWithoutSubscribers() {
        assertThatThrownBy(() -> new Simulation(0, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    private String content(long seed, DeclaredDraw draw) throws IOException {
        return Files.readString(
                new Simulation(SUBSCRIBERS, seed).writeWinners(draw, folder).orElseThrow());
    }

    private static DeclaredDraw draw(String number, int... counts) {
        List<Tier> tiers = IntStream.range(0, counts.length)
                .mapToObj(i -> new Tier("tier " + i, new Prize.Cash(Money.of("2.50", "EUR")), counts[i]))
                .toList();
        List<Long> lines =
                IntStream.range(0, counts.length).mapToObj(i -> 2L + i).toList();
        return new DeclaredDraw(number, LocalDate.of(2026, 8, 20), tiers, lines);
    }
}
