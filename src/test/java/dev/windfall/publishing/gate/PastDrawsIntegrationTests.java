package dev.windfall.publishing.gate;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.windfall.draw.Money;
import dev.windfall.publishing.PublishingLab;
import dev.windfall.publishing.gate.figures.TierFigures;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PastDrawsIntegrationTests {

    private static final LocalDate AUGUST_13 = LocalDate.of(2026, 8, 13);

    @TempDir
    Path folder;

    private PublishingLab lab;
    private PastDraws pastDraws;

    @BeforeEach
    void publishThreeOfFourDraws() {
        lab = new PublishingLab(folder);
        pastDraws = lab.bean(PastDraws.class);
        lab.bringIn("""
                2026-08-12,5,B,5.00,EUR,0
                2026-08-12,5,A,1.00,BRL,0
                2026-08-13,6,A,1.00,EUR,0
                2026-08-13,7,A,1.00,EUR,0
                2026-08-14,8,A,1.00,EUR,0
                """);
        List.of("7", "5", "8").forEach(lab::publish);
    }

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void areThePublishedOnesTheLatestFirst() {
        assertThat(numbers(pastDraws.upTo(AUGUST_13, "6", 10))).containsExactly("7", "5");
        assertThat(numbers(pastDraws.upTo(AUGUST_13, "7", 10))).containsExactly("5");
        assertThat(numbers(pastDraws.upTo(AUGUST_13, "6", 1))).containsExactly("7");
    }

    @Test
    void areThePublishedOnesThatFollowToo() {
        assertThat(numbers(pastDraws.from(AUGUST_13, "6", 10))).containsExactly("7", "8");
        assertThat(numbers(pastDraws.from(AUGUST_13, "6", 1))).containsExactly("7");
    }

    @Test
    void haveTheirTiersInTheOrderOfTheirPrizeTables() {
        PastDraw five = pastDraws.upTo(AUGUST_13, "6", 10).getLast();

        assertThat(five.date()).isEqualTo(LocalDate.of(2026, 8, 12));
        assertThat(five.figures().byTier())
                .containsExactly(
                        entry("B", new TierFigures(Money.of("5.00", "EUR"), 0)),
                        entry("A", new TierFigures(Money.of("1.00", "BRL"), 0)));
    }

    private static List<String> numbers(List<PastDraw> draws) {
        return draws.stream().map(PastDraw::number).toList();
    }
}
