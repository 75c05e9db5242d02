package dev.windfall.monitoring;

import java.time.Duration;
import java.time.Instant;

/// How far back one looks, in how large steps.
enum Span {
    QUARTER(Duration.ofSeconds(10)),
    HOUR(Duration.ofSeconds(40)),
    DAY(Duration.ofMinutes(16));

    /// How many steps there are in each.
    static final int STEPS = 90;

    private final Duration step;

    Span(Duration step) {
        this.step = step;
    }

    public Duration step() {
        return step;
    }

    public Duration length() {
        return step.multipliedBy(STEPS);
    }

    /// When the step began in which something happened.
    Instant stepOf(Instant at) {
        long stepMs = step.toMillis();
        return Instant.ofEpochMilli(at.toEpochMilli() / stepMs * stepMs);
    }
}
