package dev.windfall.monitoring;

import java.time.Duration;
import java.util.Optional;

/// A cache since the node was started.
///
/// @param hits how often it held what was asked for
/// @param misses how often it did not
/// @param loads how often it made what it did not hold
/// @param loading how long that took together
/// @param entries there are now
/// @param bytes they take; 0 where nobody counts them
record CacheState(String name, long hits, long misses, long loads, Duration loading, long entries, long bytes) {

    /// From 0 to 1, as pages show it: 1 only if all was found; empty if nothing was asked for.
    public Optional<Double> shownHitRate() {
        long gets = hits + misses;
        return gets == 0 ? Optional.empty() : Optional.of(Math.floor(1e4 * hits / gets) / 1e4);
    }
}
