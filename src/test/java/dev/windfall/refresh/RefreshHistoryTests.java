package dev.windfall.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windfall.refresh.Refresh.Cause;
import dev.windfall.refresh.Refresh.Loaded;
import dev.windfall.refresh.Refresh.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RefreshHistoryTests {

    private static final Instant START = Instant.parse("2026-11-21T20:00:00Z");

    private final RefreshHistory history = new RefreshHistory();

    @Test
    void keepsTheLastTwentyNewestFirst() {
        for (int i = 0; i < 25; i++) {
            history.add(refresh(i, Cause.PUBLICATION, Outcome.RENEWED));
        }

        assertThat(history.last()).hasSize(20);
        assertThat(history.last().getFirst().at()).isEqualTo(START.plusSeconds(24));
        assertThat(history.last().getLast().at()).isEqualTo(START.plusSeconds(5));
    }

    @Test
    void forgetsPollsThatFoundNothingNew() {
        history.add(refresh(0, Cause.POLL, Outcome.RENEWED));
        history.add(refresh(5, Cause.POLL, Outcome.UNCHANGED));
        history.add(refresh(10, Cause.HINT, Outcome.UNCHANGED));

        assertThat(history.last()).extracting(Refresh::outcome).containsExactly(Outcome.RENEWED);
    }

    @Test
    void keepsWhatStaffAskedForEvenIfNothingWasNew() {
        history.add(refresh(0, Cause.REQUEST, Outcome.UNCHANGED));

        assertThat(history.last()).extracting(Refresh::cause).containsExactly(Cause.REQUEST);
    }

    @Test
    void keepsTheBeginningOfAnOutageOnly() {
        history.add(refresh(0, Cause.POLL, Outcome.FAILED));
        history.add(refresh(5, Cause.POLL, Outcome.FAILED));
        history.add(refresh(10, Cause.POLL, Outcome.UNCHANGED));
        history.add(refresh(15, Cause.HINT, Outcome.FAILED));

        assertThat(history.last()).extracting(Refresh::at).containsExactly(START.plusSeconds(15), START);
    }

    @Test
    void keepsATroubleThatFollowsAnother() {
        history.add(failure(0, Trouble.Kind.DATABASE_AWAY));
        history.add(failure(5, Trouble.Kind.OUT_OF_MEMORY));

        assertThat(history.last()).extracting(Refresh::at).containsExactly(START.plusSeconds(5), START);
    }

    @Test
    void knowsTheLatestAttemptWhateverCameOfIt() {
        assertThat(history.latest()).isEmpty();

        history.add(refresh(0, Cause.POLL, Outcome.RENEWED));
        history.add(refresh(5, Cause.POLL, Outcome.UNCHANGED));

        assertThat(history.latest()).map(Refresh::at).contains(START.plusSeconds(5));
    }

    private static Refresh refresh(int second, Cause cause, Outcome outcome) {
        Optional<Trouble> trouble =
                outcome == Outcome.FAILED ? Optional.of(new Trouble(Trouble.Kind.UNEXPECTED, "Oh.")) : Optional.empty();
        return new Refresh(START.plusSeconds(second), cause, Duration.ofMillis(3), outcome, Loaded.NOTHING, trouble);
    }

    private static Refresh failure(int second, Trouble.Kind kind) {
        return new Refresh(
                START.plusSeconds(second),
                Cause.POLL,
                Duration.ofMillis(3),
                Outcome.FAILED,
                Loaded.NOTHING,
                Optional.of(new Trouble(kind, "Oh, at second " + second)));
    }
}
