package dev.windfall.prizes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windfall.prizes.Heap.Sake;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class JvmHeapTests {

    private static final int LARGE_BYTES = 64 << 20;

    /// What other threads may take or give meanwhile.
    private static final int TOLERANCE_BYTES = 16 << 20;

    private final AtomicLong nanos = new AtomicLong();
    private final JvmHeap heap = new JvmHeap(nanos::get);

    @Test
    void hasSoMuchLessToGiveAsIsInUse() {
        collect();
        long before = heap.freeBytes();

        byte[] large = new byte[LARGE_BYTES];
        long after = heap.freeBytes();

        assertThat(after).isLessThan(before - large.length + TOLERANCE_BYTES);
    }

    @Test
    void countsGarbageAsInUseUntilItIsCollected() {
        collect();
        long before = heap.freeBytes();
        makeGarbage();
        long withGarbage = heap.freeBytes();

        collect();

        assertThat(heap.freeBytes()).isGreaterThan(before - TOLERANCE_BYTES);
        assertThat(withGarbage).isLessThan(before);
    }

    @Test
    void collectsAtMostOnceAMinute() {
        collect();
        makeGarbage();
        long withGarbage = heap.freeBytes();

        heap.collect(Sake.SNAPSHOT);
        assertThat(heap.freeBytes()).isLessThanOrEqualTo(withGarbage);

        collect();
        assertThat(heap.freeBytes()).isGreaterThan(withGarbage);
    }

    @Test
    void collectsForWhoLooksBackEveryTenMinutesAtMostAndForTheSnapshotAllTheSame() {
        nanos.addAndGet(TimeUnit.MINUTES.toNanos(10));
        heap.collect(Sake.EARLIER_DRAW);
        nanos.addAndGet(TimeUnit.MINUTES.toNanos(9));
        makeGarbage();
        long withGarbage = heap.freeBytes();

        heap.collect(Sake.EARLIER_DRAW);
        assertThat(heap.freeBytes()).isLessThanOrEqualTo(withGarbage);

        heap.collect(Sake.SNAPSHOT);
        assertThat(heap.freeBytes()).isGreaterThan(withGarbage);
    }

    @Test
    void givesNoMoreThanThereIs() {
        collect();

        assertThat(heap.freeBytes()).isBetween(1L, heap.maxBytes());
    }

    private void collect() {
        nanos.addAndGet(TimeUnit.MINUTES.toNanos(1));
        heap.collect(Sake.SNAPSHOT);
    }

    private static void makeGarbage() {
        assertThat(new byte[LARGE_BYTES]).hasSize(LARGE_BYTES);
    }
}
