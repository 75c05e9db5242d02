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

    /// From 0 to 1; 1 if nothing was asked for.
    public double hitRate() {
        return hits + misses == 0 ? 1 : (double) hits / (hits + misses);
    }
}
