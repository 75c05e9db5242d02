package dev.windfall.prizes;

import static java.util.Comparator.comparingLong;
import static java.util.Objects.requireNonNull;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.LongSupplier;

/// This program's own heap.
final class JvmHeap implements Heap {

    /// A load that doesn't fit is tried again with each poll, and an earlier draw whenever somebody looks back at it.
    /// The pauses must not come as often, and whoever looks back must not use up those of the snapshot.
    private static final Map<Sake, Duration> BETWEEN_COLLECTIONS =
            Map.of(Sake.SNAPSHOT, Duration.ofMinutes(1), Sake.EARLIER_DRAW, Duration.ofMinutes(10));

    private final LongSupplier nanoTime;
    private final MemoryPoolMXBean longLived;
    private final Map<Sake, Long> collectedNanos = new EnumMap<>(Sake.class);

    /// @param nanoTime the time since any moment, in nanoseconds
    JvmHeap(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.longLived = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .max(comparingLong(pool -> pool.getUsage().getMax()))
                .orElseThrow();
    }

    static JvmHeap create() {
        return new JvmHeap(System::nanoTime);
    }

    @Override
    public long maxBytes() {
        return Runtime.getRuntime().maxMemory();
    }

    /// Collectors that keep young objects apart can't give all the heap to winners: whatever stays has to fit where
    /// objects grow old, and what is young now may be there by then.
    @Override
    public long freeBytes() {
        Runtime runtime = Runtime.getRuntime();
        return longLived.getUsage().getMax() - (runtime.totalMemory() - runtime.freeMemory());
    }

    @Override
    public synchronized void collect(Sake sake) {
        long now = nanoTime.getAsLong();
        Long before = collectedNanos.get(sake);
        if (before == null
                || now - before >= requireNonNull(BETWEEN_COLLECTIONS.get(sake)).toNanos()) {
            System.gc();
            collectedNanos.put(sake, now);
        }
    }
}
