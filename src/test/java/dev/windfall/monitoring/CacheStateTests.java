package dev.windfall.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CacheStateTests {

    @Test
    void hasNoHitRateBeforeAnythingIsAskedFor() {
        assertThat(state(0, 0).shownHitRate()).isEmpty();
    }

    @Test
    void doesNotRoundUpToAllHits() {
        assertThat(state(999_999, 1).shownHitRate()).hasValue(0.9999);
        assertThat(state(1_000_000, 0).shownHitRate()).hasValue(1.0);
    }

    private static CacheState state(long hits, long misses) {
        return new CacheState("winners", hits, misses, misses, Duration.ZERO, 1, 0);
    }
}
