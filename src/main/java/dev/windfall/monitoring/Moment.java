package dev.windfall.monitoring;

import java.time.Instant;
import java.util.Optional;

/// A step of time as the charts and their table show it.
///
/// @param viewsPerMinute rounded, like that of statements
/// @param p50 of the views, in milliseconds; empty if there were none
/// @param connections in use at most
record Moment(
        Instant begin,
        long viewsPerMinute,
        long statementsPerMinute,
        Optional<Double> p50,
        Optional<Double> p95,
        Optional<Double> p99,
        int connections) {

    private static final double MINUTE_NANOS = 60e9;

    static Moment of(Step step) {
        Counts counts = step.counts();
        double minutes = Math.max(1, step.covered().toNanos()) / MINUTE_NANOS;
        return new Moment(
                step.begin(),
                Math.round(counts.views().answered() / minutes),
                Math.round(counts.statements() / minutes),
                counts.views().latencies().quantileMs(0.5),
                counts.views().latencies().quantileMs(0.95),
                counts.views().latencies().quantileMs(0.99),
                step.pool().active());
    }
}
