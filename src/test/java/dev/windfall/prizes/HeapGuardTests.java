package dev.windfall.prizes;

import static dev.windfall.prizes.Lottery.winners;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.fail;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import dev.windfall.draw.Money;
import dev.windfall.draw.Prize;
import dev.windfall.draw.PublishedDraw;
import dev.windfall.draw.Tier;
import dev.windfall.prizes.Heap.Sake;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A million prizes take 3 MB and a little more, and up to 16 MB while they are sorted.
class HeapGuardTests {

    private static final long MEGABYTE = 1 << 20;

    private final Lottery lottery = Lottery.on("2026-11-21").withPeriods(202609, 202610, 202611);
    private final Snapshots snapshots = lottery.snapshots();

    @Test
    void loadsWhatFits() {
        setHeap(100, 74);
        publish(1, 1_000_000);

        assertThat(snapshots.refresh().published()).hasSize(1);
        assertThat(lottery.heap.collections).isEmpty();
    }

    @Test
    void refusesWhatDoesNotFitBesideTheReserveAndKeepsTheOldSnapshot() {
        publish(1, 1000);
        Snapshot before = snapshots.refresh();
        setHeap(100, 75);
        PublishedDraw tooLarge = publish(2, 1_000_000);

        assertThatExceptionOfType(SnapshotTooLarge.class)
                .isThrownBy(snapshots::refresh)
                .satisfies(refusal -> assertThat(List.of(
                                refusal.prizes(),
                                refusal.neededMegabytes(),
                                refusal.freeMegabytes(),
                                refusal.maxMegabytes()))
                        .containsExactly(1_000_000L, 16L, 15L, 100L))
                .withMessageContaining("Loading 1,000,000 prizes takes up to 16,000,000 bytes");

        assertThat(snapshots.current()).isSameAs(before);
        verify(lottery.draws, never()).winners(tooLarge);
    }

    @Test
    void givesNobodyTheSameRoomTwice() {
        setHeap(100, 70);
        PublishedDraw draw = publish(1, 1_000_000);
        var guard = new HeapGuard(lottery.heap, () -> {});

        try (var _ = guard.admitEarlier(draw)) {
            assertThatExceptionOfType(SnapshotTooLarge.class).isThrownBy(() -> guard.admitEarlier(draw));
        }

        guard.admitEarlier(draw).close();
    }

    @Test
    void collectsGarbageBeforeItRefuses() {
        setHeap(100, 20);
        lottery.heap.garbageBytes = 70 * MEGABYTE;
        publish(1, 1_000_000);

        assertThat(snapshots.refresh().published()).hasSize(1);
        assertThat(lottery.heap.collections).containsExactly(Sake.SNAPSHOT);
    }

    @Test
    void collectsGarbageBeforeItRefusesWhoLooksBackAndLetsGoOfNothing() {
        setHeap(100, 20);
        lottery.heap.garbageBytes = 70 * MEGABYTE;
        PublishedDraw draw = publish(1, 1_000_000);
        var guard = new HeapGuard(lottery.heap, () -> fail("let go of what others look at"));

        guard.admitEarlier(draw).close();

        assertThat(lottery.heap.collections).containsExactly(Sake.EARLIER_DRAW);
    }

    @Test
    void countsAllThatIsLackingTogether() {
        setHeap(100, 60);
        for (int version = 1; version <= 6; version++) {
            publish(version, 1_000_000);
        }

        assertThatExceptionOfType(SnapshotTooLarge.class)
                .isThrownBy(snapshots::refresh)
                .satisfies(refusal -> assertThat(refusal.neededMegabytes()).isBetween(5L * 4 + 15, 5L * 4 + 17));

        setHeap(100, 50);
        assertThat(snapshots.refresh().published()).hasSize(6);
    }

    @Test
    void asksNoRoomForWhatItHolds() {
        PublishedDraw first = publish(1, 1_000_000);
        snapshots.refresh();
        setHeap(100, 89);
        publish(2, 100);

        assertThat(snapshots.refresh().published()).hasSize(2);
        verify(lottery.draws, times(1)).winners(first);
    }

    @Test
    void triesAgainWithTheNextRefresh() {
        setHeap(100, 90);
        publish(1, 1_000_000);
        assertThatExceptionOfType(SnapshotTooLarge.class).isThrownBy(snapshots::refresh);

        setHeap(1000, 90);

        assertThat(snapshots.refresh().published()).hasSize(1);
    }

    private void setHeap(long maxMegabytes, long usedMegabytes) {
        lottery.heap.maxBytes = maxMegabytes * MEGABYTE;
        lottery.heap.usedBytes = usedMegabytes * MEGABYTE;
    }

    /// A draw that declares so many prizes.
    private PublishedDraw publish(int version, int prizes) {
        var tier = new Tier("Small prize", new Prize.Cash(Money.of("5.00", "EUR")), prizes);
        return lottery.publish(version, "draw " + version, "2026-11-07", List.of(tier), winners());
    }
}
