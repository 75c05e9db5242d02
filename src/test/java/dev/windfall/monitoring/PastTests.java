package dev.windfall.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PastTests {

    private static final Instant NINE = Instant.parse("2026-11-21T21:00:00Z");
    private static final Duration READING = Duration.ofSeconds(5);
    private static final Pool IDLE = new Pool(0, 0, 10);

    private final Past past = new Past(Span.QUARTER);

    @Test
    void addsUpWhatComesWithinAStep() {
        past.add(NINE.plusSeconds(1), READING, views(3), new Pool(1, 0, 10));
        past.add(NINE.plusSeconds(9), READING, views(4), new Pool(0, 2, 10));

        assertThat(past.steps()).containsExactly(new Step(NINE, READING.multipliedBy(2), views(7), new Pool(1, 2, 10)));
    }

    @Test
    void beginsAnotherStepInTime() {
        past.add(NINE, READING, views(3), IDLE);
        past.add(NINE.plusSeconds(10), READING, views(4), IDLE);

        assertThat(past.steps())
                .extracting(Step::begin, step -> step.counts().views().answered())
                .containsExactly(tuple(NINE, 3L), tuple(NINE.plusSeconds(10), 4L));
    }

    @Test
    void keepsNoMoreThanItsSpan() {
        for (int second = 0; second < 3_600; second += 5) {
            past.add(NINE.plusSeconds(second), READING, views(1), IDLE);
        }

        assertThat(past.steps()).hasSize(Span.STEPS);
        assertThat(past.steps().getFirst().begin()).isEqualTo(NINE.plusSeconds(3_600 - 900));
    }

    @Test
    void forgetsWhatIsTooLongAgoWhenNobodyCameBetween() {
        past.add(NINE, READING, views(1), IDLE);
        past.add(NINE.plus(Duration.ofHours(1)), READING, views(2), IDLE);

        assertThat(past.steps()).hasSize(1);
    }

    @Test
    void losesNothingWhenTheClockIsPutBack() {
        past.add(NINE.plusSeconds(20), READING, views(1), IDLE);
        past.add(NINE, READING, views(2), IDLE);

        assertThat(past.steps())
                .extracting(step -> step.counts().views().answered())
                .containsExactly(3L);
    }

    private static Counts views(long views) {
        return new Counts(new ViewCounts(views, 0, 0, Latencies.NONE), 0, 0, Origins.NONE, Map.of());
    }
}
