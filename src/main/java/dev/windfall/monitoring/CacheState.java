package dev.windfall.monitoring;

import java.time.Duration;

/// A cache since the node was started.
///
/// @param hits how often it held what was asked for
/// @param misses how often it did not
/// @param loads how often it made what it did not hold
/// @param loading how long that took together
/// @param entries there are now
/// @param bytes they take; 0 where nobody counts them
record CacheState(String name, long hits, long misses, long loads, Duration loading, long entries, long bytes) {

    /// From 0 to 1, as pages show it: 1 only if all was found, or nothing asked for.
    public double shownHitRate() {
        return hits + misses == 0 ? 1 : Math.floor(1e4 * hits / (hits + misses)) / 1e4;
    }
}
