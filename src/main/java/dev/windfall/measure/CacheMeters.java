package dev.windfall.measure;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Policy.Eviction;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// What a cache tells of itself: how often it held what was asked for and how many entries it has, by Micrometer's own
/// meters; beside these, how long it took to make what it did not hold, and how many bytes it takes.
public final class CacheMeters implements MeterBinder {

    private final String name;
    private final Cache<?, ?> cache;
    private final @Nullable LongSupplier bytes;

    /// @param cache that records its statistics
    /// @param bytes what all entries take now; null if nobody knows
    public CacheMeters(String name, Cache<?, ?> cache, @Nullable LongSupplier bytes) {
        this.name = name;
        this.cache = cache;
        this.bytes = bytes;
    }

    /// @param cache that records its statistics; if it weighs its entries, then in bytes
    public CacheMeters(String name, Cache<?, ?> cache) {
        this(name, cache, weight(cache));
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        CaffeineCacheMetrics.monitor(meters, cache, name);
        FunctionTimer.builder(
                        "windfall.cache.loads",
                        cache,
                        it -> it.stats().loadCount(),
                        it -> (double) it.stats().totalLoadTime(),
                        TimeUnit.NANOSECONDS)
                .description("How often a cache made what it did not hold, and how long that took")
                .tag("cache", name)
                .register(meters);
        if (bytes != null) {
            Gauge.builder("windfall.cache.bytes", bytes::getAsLong)
                    .description("What the entries of a cache take in memory")
                    .baseUnit("bytes")
                    .tag("cache", name)
                    .register(meters);
        }
    }

    private static @Nullable LongSupplier weight(Cache<?, ?> cache) {
        return cache.policy()
                .eviction()
                .filter(Eviction::isWeighted)
                .<LongSupplier>map(eviction -> () -> eviction.weightedSize().orElse(0))
                .orElse(null);
    }
}
