package dev.windfall.prizes;

import dev.windfall.draw.PublishedDraw;
import dev.windfall.draw.Winners;
import dev.windfall.prizes.Heap.Sake;
import java.util.List;
import java.util.Optional;

/// Refuses to load what the heap has no room for, so that a draw that is too large costs its own showing and not the
/// pages of all others.
public final class HeapGuard {

    /// What a load leaves to the requests and the imports that go on beside it.
    private static final int RESERVED_PERCENT = 10;

    private final Heap heap;
    private final Runnable letGo;
    private long admittedBytes;

    /// @param letGo makes the program let go of what it could load again, before anything is refused
    HeapGuard(Heap heap, Runnable letGo) {
        this.heap = heap;
        this.letGo = letGo;
    }

    /// Asks for the room that the winners of these draws need while they are loaded one by one. Whatever is shown so
    /// far stays beside them until the end, and is in use already.
    ///
    /// @return to be closed when they are loaded: until then, nobody else is given the same room
    /// @throws SnapshotTooLarge if there is less
    Admission admit(List<PublishedDraw> lacking) {
        return admit(lacking, () -> {
            // better to load again what somebody looked back at, and a pause, than to refuse a draw for garbage's sake
            letGo.run();
            heap.collect(Sake.SNAPSHOT);
        });
    }

    /// The same for a draw that is not on show any more: garbage makes room for that, now and then, and nothing else.
    Admission admitEarlier(PublishedDraw draw) {
        return admit(List.of(draw), () -> heap.collect(Sake.EARLIER_DRAW));
    }

    private Admission admit(List<PublishedDraw> lacking, Runnable makeRoom) {
        long needed = neededBytes(lacking);
        Optional<Admission> admission = tryAdmit(needed);
        if (admission.isPresent()) {
            return admission.get();
        }
        makeRoom.run();
        return tryAdmit(needed).orElseThrow(() -> tooLarge(lacking, needed));
    }

    private synchronized Optional<Admission> tryAdmit(long needed) {
        if (needed > roomBytes()) {
            return Optional.empty();
        }
        admittedBytes += needed;
        return Optional.of(new Admission(needed));
    }

    private synchronized void release(long bytes) {
        admittedBytes -= bytes;
    }

    private synchronized SnapshotTooLarge tooLarge(List<PublishedDraw> lacking, long needed) {
        long prizes = lacking.stream().mapToLong(PublishedDraw::prizeCount).sum();
        return new SnapshotTooLarge(prizes, needed, roomBytes(), heap.maxBytes());
    }

    private long roomBytes() {
        return Math.max(0, heap.freeBytes() - admittedBytes - heap.maxBytes() / 100 * RESERVED_PERCENT);
    }

    /// Room that is given to a load.
    final class Admission implements AutoCloseable {

        private final long bytes;

        private Admission(long bytes) {
            this.bytes = bytes;
        }

        @Override
        public void close() {
            release(bytes);
        }
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
