package dev.windfall.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.windfall.monitoring.Dashboard.Used;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DashboardTests {

    private static final Instant NINE = Instant.parse("2026-11-21T21:00:00Z");
    private static final Duration STEP = Duration.ofSeconds(10);
    private static final Pool IDLE = new Pool(0, 0, 10);

    @Test
    void putsStatementsOfAllRoutesTogetherByCallsAndByTime() {
        Dashboard dashboard = of(
                step(0, Map.of(asked("a", "/x"), calls(2, 1), asked("b", "/x"), calls(3, 90))),
                step(1, Map.of(asked("a", "/y"), calls(2, 1))));

        assertThat(dashboard.counts().statements()).isEqualTo(7);
        assertThat(dashboard.topByCalls())
                .containsExactly(new Used("a", "", calls(4, 2)), new Used("b", "", calls(3, 90)));
        assertThat(dashboard.topByTime()).extracting(Used::statement).containsExactly("b", "a");
    }

    @Test
    void tellsSlowAndRepeatedStatementsByRoute() {
        Dashboard dashboard = of(step(
                0,
                Map.of(
                        asked("a", "/x"), new Usage(5, 50, 0, 2, 0),
                        asked("a", "/y"), new Usage(5, 50, 0, 0, 0),
                        asked("b", "/y"), new Usage(30, 50, 0, 0, 3))));

        assertThat(dashboard.slow()).extracting(Used::statement, Used::route).containsExactly(tuple("a", "/x"));
        assertThat(dashboard.repeated())
                .extracting(Used::statement, Used::route)
                .containsExactly(tuple("b", "/y"));
    }

    @Test
    void listsTenAtMost() {
        Dashboard dashboard = of(IntStream.range(0, 20)
                .mapToObj(i -> step(i, Map.of(asked("statement " + i, "/x"), calls(1 + i, 1))))
                .toArray(Step[]::new));

        assertThat(dashboard.topByCalls())
                .hasSize(10)
                .first()
                .extracting(Used::statement)
                .isEqualTo("statement 19");
    }

    @Test
    void comparesWithOneStatementForEachViewOfPrizes() {
        var counts = new Counts(
                new ViewCounts(120, 100, 0, Latencies.NONE),
                0,
                0,
                Origins.NONE,
                Map.of(asked("a", "background"), calls(7, 1)));
        Dashboard dashboard = of(new Step(NINE, STEP, counts, IDLE));

        assertThat(dashboard.saved()).isEqualTo(93);
    }

    @Test
    void tellsHowManyComeInAMinuteByTheTimeInWhichTheyWereCounted() {
        Dashboard dashboard = of(
                new Step(NINE, Duration.ofSeconds(10), views(50), IDLE),
                new Step(NINE.plusSeconds(10), Duration.ofSeconds(5), views(50), IDLE));

        assertThat(dashboard.moments()).extracting(Moment::viewsPerMinute).containsExactly(300L, 600L);
    }

    @Test
    void drawsLinesWithGapsWhereNothingIsKnown() {
        var counts = views(50);
        Dashboard dashboard = of(
                new Step(NINE.minusSeconds(10), STEP, counts, IDLE),
                new Step(NINE.minusSeconds(40), STEP, counts, IDLE),
                new Step(NINE, STEP, Counts.NONE, IDLE));

        TimeChart load = dashboard.charts().getFirst();
        assertThat(load.highest()).isEqualTo(300);
        assertThat(load.lines().getFirst().points()).hasSize(3);
        assertThat(dashboard.charts().get(1).lines().getFirst().points())
                .as("no view, no latency")
                .isEmpty();
    }

    /// Five seconds into the step that begins ten seconds after nine.
    private static Dashboard of(Step... steps) {
        return Dashboard.of(
                Span.QUARTER,
                NINE.plusSeconds(15),
                List.of(steps),
                IDLE,
                List.of(),
                List.of(),
                List.of(),
                Optional.of(List.of()));
    }

    private static Step step(int place, Map<Asked, Usage> usage) {
        return new Step(
                NINE.minusSeconds(600).plusSeconds(10L * place),
                STEP,
                new Counts(ViewCounts.NONE, 0, 0, Origins.NONE, usage),
                IDLE);
    }

    private static Counts views(long views) {
        return new Counts(new ViewCounts(views, 0, 0, Latencies.NONE), 0, 0, Origins.NONE, Map.of());
    }

    private static Asked asked(String statement, String route) {
        return new Asked(statement, route);
    }

    private static Usage calls(long calls, long nanos) {
        return new Usage(calls, nanos, 0, 0, 0);
    }
}
