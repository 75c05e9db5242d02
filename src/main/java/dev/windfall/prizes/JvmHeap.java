package dev.windfall.prizes;

import static java.util.Comparator.comparingLong;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.Duration;
import java.util.function.LongSupplier;

/// This program's own heap.
final class JvmHeap implements Heap {

    /// A load that doesn't fit is tried again with each poll. The pauses must not come as often.
    private static final Duration BETWEEN_COLLECTIONS = Duration.ofMinutes(1);

    private final LongSupplier nanoTime;
    private final MemoryPoolMXBean longLived;
    private long collectedNanos;

    /// @param nanoTime the time since any moment, in nanoseconds
    JvmHeap(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.longLived = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .max(comparingLong(pool -> pool.getUsage().getMax()))
                .orElseThrow();
        this.collectedNanos = nanoTime.getAsLong() - BETWEEN_COLLECTIONS.toNanos();
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
    public synchronized void collect() {
        long now = nanoTime.getAsLong();
        if (now - collectedNanos >= BETWEEN_COLLECTIONS.toNanos()) {
            System.gc();
            collectedNanos = now;
        }
    }
}
