package dev.windfall.monitoring;

import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// How long many answers took: how many there are, and how many of them took no longer than each of some bounds.
///
/// @param count of all answers, those beyond the last bound included
/// @param within how many took no longer, by the bound in nanoseconds
record Latencies(long count, NavigableMap<Long, Long> within) {

    static final Latencies NONE = new Latencies(0, new TreeMap<>());

    private static final double MILLISECOND_NANOS = 1e6;

    Latencies {
        within = Collections.unmodifiableNavigableMap(new TreeMap<>(within));
    }

    Latencies plus(Latencies other) {
        NavigableMap<Long, Long> sums = new TreeMap<>(within);
        other.within.forEach((bound, answers) -> sums.merge(bound, answers, Long::sum));
        return new Latencies(count + other.count, sums);
    }

    Latencies minus(Latencies other) {
        NavigableMap<Long, Long> differences = new TreeMap<>(within);
        other.within.forEach((bound, answers) -> differences.merge(bound, -answers, Long::sum));
        return new Latencies(count - other.count, differences);
    }

    /// Within how many milliseconds a share of the answers was given, as if they were spread evenly between two bounds;
    /// the last bound if it is beyond all. Empty if there are none.
    Optional<Double> quantileMs(double share) {
        if (count == 0 || within.isEmpty()) {
            return Optional.empty();
        }
        double rank = share * count;
        long lower = 0;
        long below = 0;
        for (Map.Entry<Long, Long> upper : within.entrySet()) {
            if (upper.getValue() >= rank) {
                double part = (rank - below) / Math.max(1, upper.getValue() - below);
                return Optional.of((lower + part * (upper.getKey() - lower)) / MILLISECOND_NANOS);
            }
            lower = upper.getKey();
            below = upper.getValue();
        }
        return Optional.of(within.lastKey() / MILLISECOND_NANOS);
    }
}
