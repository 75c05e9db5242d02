package dev.windfall.publishing.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windfall.account.SettableClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ImportProgressTests {

    private final SettableClock clock = new SettableClock(Instant.parse("2026-08-20T20:00:00Z"));
    private final ImportProgress progress = new ImportProgress(clock);

    @BeforeEach
    void expectTwoDraws() {
        progress.expect(3_000);
    }

    @Test
    void knowsNoTimeBeforeTheFirstPrize() {
        progress.begin("7");

        assertThat(progress.state().timeLeft()).isEmpty();
        assertThat(progress.state().stage()).isEqualTo(ImportStage.READING);
        assertThat(progress.state().drawNumber()).isEqualTo("7");
    }

    @Test
    void takesStoringToLastAsLongAsReadingAtFirst() {
        progress.begin("7");
        pass(10, 500);

        assertThat(progress.state().perSecond()).isEqualTo(50);
        assertThat(progress.state().timeLeft())
                .as("50 s to read the other 2500, 60 s to store all of them")
                .contains(Duration.ofSeconds(110));
    }

    @Test
    void countsTheTimeOfStoringDown() {
        progress.begin("7");
        pass(10, 3_000);
        progress.enter(ImportStage.CHECKING);
        clock.advance(Duration.ofSeconds(3));
        progress.enter(ImportStage.WRITING);
        clock.advance(Duration.ofSeconds(4));

        assertThat(progress.state().timeLeft()).contains(Duration.ofSeconds(3));
        assertThat(progress.state().perSecond()).as("while reading").isEqualTo(300);
    }

    @Test
    void learnsFromTheDrawsBefore() {
        progress.begin("7");
        pass(10, 1_000);
        progress.enter(ImportStage.WRITING);
        clock.advance(Duration.ofSeconds(5));
        progress.end(1_000);
        progress.begin("8");

        assertThat(progress.state().timeLeft())
                .as("20 s to read 2000, half of that to store them")
                .contains(Duration.ofSeconds(30));
    }

    @Test
    void countsARefusedDrawAsPassed() {
        progress.begin("7");
        pass(10, 100);
        progress.end(1_000);

        assertThat(progress.state().prizes()).isEqualTo(1_000);
    }

    private void pass(int seconds, int prizes) {
        progress.addRead(prizes);
        clock.advance(Duration.ofSeconds(seconds));
    }
}
