package dev.windfall.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LatenciesTests {

    private static final double TOLERANCE = 1e-9;

    /// 50 within 1 ms, 90 within 2 ms, 99 within 10 ms, one beyond.
    private final Latencies hundred =
            new Latencies(100, new TreeMap<>(Map.of(1_000_000L, 50L, 2_000_000L, 90L, 10_000_000L, 99L)));

    @Test
    void spreadsAnswersEvenlyBetweenTwoBounds() {
        assertThat(hundred.quantileMs(0.25))
                .hasValueSatisfying(ms -> assertThat(ms).isCloseTo(0.5, within(TOLERANCE)));
        assertThat(hundred.quantileMs(0.5))
                .hasValueSatisfying(ms -> assertThat(ms).isCloseTo(1, within(TOLERANCE)));
        assertThat(hundred.quantileMs(0.7))
                .hasValueSatisfying(ms -> assertThat(ms).isCloseTo(1.5, within(TOLERANCE)));
    }

    @Test
    void knowsNothingBeyondTheLastBound() {
        assertThat(hundred.quantileMs(1)).contains(10.0);
    }

    @Test
    void knowsNothingOfNoAnswers() {
        assertThat(Latencies.NONE.quantileMs(0.5)).isEmpty();
        assertThat(hundred.minus(hundred).quantileMs(0.5)).isEmpty();
    }

    @Test
    void addsUpAndTakesAway() {
        assertThat(Latencies.NONE.plus(hundred)).isEqualTo(hundred);
        assertThat(hundred.plus(hundred).minus(hundred)).isEqualTo(hundred);
        assertThat(hundred.plus(hundred).quantileMs(0.7)).isEqualTo(hundred.quantileMs(0.7));
    }
}
