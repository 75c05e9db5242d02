package dev.windfall.prizes;

import dev.windfall.draw.PublishedDraw;
import dev.windfall.draw.Winners;
import java.util.List;

/// Refuses to load what the heap has no room for, so that a draw that is too large costs its own showing and not the
/// pages of all others.
public final class HeapGuard {

    /// What a load leaves to the requests and the imports that go on beside it.
    private static final int RESERVED_PERCENT = 10;

    private final Heap heap;
    private final Runnable letGo;

    /// @param letGo makes the program let go of what it could load again, before anything is refused
    HeapGuard(Heap heap, Runnable letGo) {
        this.heap = heap;
        this.letGo = letGo;
    }

    /// Asks for the room that the winners of these draws need while they are loaded one by one. Whatever is shown so
    /// far stays beside them until the end, and is in use already.
    ///
    /// @throws SnapshotTooLarge if there is less
    void admit(List<PublishedDraw> lacking) {
        long needed = neededBytes(lacking);
        if (needed <= roomBytes()) {
            return;
        }
        // better a pause than to refuse a draw for the sake of garbage
        letGo.run();
        heap.collect();
        long room = roomBytes();
        if (needed > room) {
            throw new SnapshotTooLarge(
                    lacking.stream().mapToLong(PublishedDraw::prizeCount).sum(), needed, room, heap.maxBytes());
        }
    }

    private long roomBytes() {
        return Math.max(0, heap.freeBytes() - heap.maxBytes() / 100 * RESERVED_PERCENT);
    }

    private static long neededBytes(List<PublishedDraw> lacking) {
        long kept = 0;
        long needed = 0;
        for (PublishedDraw draw : lacking) {
            int tiers = draw.tiers().size();
            needed = Math.max(needed, kept + Winners.maxBuildingBytes(draw.prizeCount(), tiers));
            kept += Winners.maxSizeBytes(draw.prizeCount(), tiers);
        }
        return needed;
    }
}
