package dev.windfall.publishing.gate.rows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windfall.csv.Finding;
import dev.windfall.csv.Findings;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepeatedRunsTests {

    private static final int SUBSCRIBERS = 22_000_000;

    private final RepeatedRuns runs = new RepeatedRuns(List.of("a.csv", "b.csv"));

    @Test
    void findsAFileAppendedToItself() {
        give(0, 2, 30);
        give(0, 32, 30);

        assertThat(found())
                .containsExactly(
                        "a.csv:32: subscriber_id: from here on, some 23 rows are those of a.csv from line 2 on: look"
                                + " whether winners are given twice");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 8, 1000})
    void findsAFilesRowsInAnotherOneWhateverStandsBeforeThem(int before) {
        give(0, 2, 50);
        for (int i = 0; i < before; i++) {
            runs.accept(1, 2 + i, 1_000_000 + i, 0);
        }
        give(1, 2 + before, 50);

        assertThat(found())
                .singleElement()
                .asString()
                .startsWith("b.csv:%d: subscriber_id: from here on".formatted(2 + before))
                .contains("a.csv from line 2 on");
    }

    @Test
    void findsEightRowsAndNotSeven() {
        give(0, 2, 7);
        give(1, 2, 7);
        assertThat(found()).isEmpty();

        give(0, 102, 8);
        give(1, 102, 8);
        assertThat(found()).hasSize(1);
    }

    @Test
    void findsAPartOfSixMillionRowsInAFewMegabytes() {
        give(0, 2, 6_000_000);
        var random = new Random(1);
        for (int i = 0; i < 3_000_000; i++) {
            random.nextInt(SUBSCRIBERS);
        }
        for (int i = 0; i < 1000; i++) {
            runs.accept(1, 2 + i, 1 + random.nextInt(SUBSCRIBERS), 0);
        }

        List<String> found = found();
        assertThat(found).singleElement().asString().startsWith("b.csv:").contains("are those of a.csv from line 3000");
        assertThat(Integer.parseInt(found.getFirst().replaceAll(".*some (\\d+) rows.*", "$1")))
                .isBetween(500, 2000);
    }

    @Test
    void findsNothingInSixMillionHonestRows() {
        give(0, 2, 3_000_000);
        var random = new Random(2);
        for (int i = 0; i < 3_000_000; i++) {
            runs.accept(1, 2 + i, 1 + random.nextInt(SUBSCRIBERS), i % 7);
        }

        assertThat(found()).isEmpty();
    }

    @Test
    void allowsOneSubscriberToWinOneTierOften() {
        for (int line = 2; line < 102; line++) {
            runs.accept(0, line, 42, 0);
        }

        assertThat(found()).isEmpty();
    }

    @Test
    void allowsTheSameSubscribersToWinTwoTiers() {
        for (int i = 0; i < 100; i++) {
            runs.accept(0, 2 + i, 1 + i, 0);
        }
        for (int i = 0; i < 100; i++) {
            runs.accept(0, 102 + i, 1 + i, 1);
        }

        assertThat(found()).isEmpty();
    }

    /// The same rows at each call with the same number of them.
    private void give(int file, long line, int count) {
        var random = new Random(1);
        for (int i = 0; i < count; i++) {
            runs.accept(file, line + i, 1 + random.nextInt(SUBSCRIBERS), 0);
        }
    }

    private List<String> found() {
        var findings = new Findings.Collector();
        runs.report(findings);
        return findings.findings().first().stream().map(Finding::toString).toList();
    }
}
