package dev.windfall.monitoring;

import java.time.Duration;

/// How a statement was used.
///
/// @param calls how often it was asked
/// @param nanos how long all calls took together
/// @param rows that they returned or changed
/// @param slow how often it took longer than it should
/// @param repeated how many requests asked it again and again
record Usage(long calls, long nanos, long rows, long slow, long repeated) {

    static final Usage NONE = new Usage(0, 0, 0, 0, 0);

    Usage plus(Usage other) {
        return new Usage(
                calls + other.calls,
                nanos + other.nanos,
                rows + other.rows,
                slow + other.slow,
                repeated + other.repeated);
    }

    Usage minus(Usage other) {
        return new Usage(
                calls - other.calls,
                nanos - other.nanos,
                rows - other.rows,
                slow - other.slow,
                repeated - other.repeated);
    }

    public Duration together() {
        return Duration.ofNanos(nanos);
    }

    public Duration onAverage() {
        return calls == 0 ? Duration.ZERO : Duration.ofNanos(nanos / calls);
    }
}
