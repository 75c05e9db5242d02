package dev.windfall.monitoring;

import java.time.Duration;
import java.time.Instant;

/// What was counted within one step of time.
///
/// @param covered how long it was counted for, which is about as long as a step once that is over
/// @param pool at its worst
record Step(Instant begin, Duration covered, Counts counts, Pool pool) {

    Step plus(Duration longer, Counts more, Pool now) {
        return new Step(begin, covered.plus(longer), counts.plus(more), pool.or(now));
    }
}
