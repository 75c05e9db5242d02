package dev.windfall.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windfall.refresh.Refresh.Cause;
import dev.windfall.refresh.Refresh.Outcome;
import java.time.Duration;
import java.time.Instant;
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
        assertThat(history.lastFailed()).isTrue();
        history.add(refresh(10, Cause.POLL, Outcome.UNCHANGED));
        assertThat(history.lastFailed()).isFalse();
        history.add(refresh(15, Cause.POLL, Outcome.FAILED));

        assertThat(history.last()).extracting(Refresh::at).containsExactly(START.plusSeconds(15), START);
    }

    private static Refresh refresh(int second, Cause cause, Outcome outcome) {
        return new Refresh(START.plusSeconds(second), cause, Duration.ofMillis(3), outcome);
    }
}
