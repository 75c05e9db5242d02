package dev.windfall.prizes;

import dev.windfall.draw.LotteryCalendar;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Holds this node's snapshot. Readers take it without waiting; a refresh works beside them and swaps it whole.
public final class Snapshots {

    private final SnapshotLoader loader;
    private final LotteryCalendar calendar;
    private final ReentrantLock oneLoadAtATime = new ReentrantLock();
    private volatile @Nullable Snapshot current;

    public Snapshots(SnapshotLoader loader, LotteryCalendar calendar) {
        this.loader = loader;
        this.calendar = calendar;
    }

    /// The snapshot to answer one request from.
    ///
    /// @throws NoSnapshotYet before the first load
    public Snapshot current() {
        return find().orElseThrow(NoSnapshotYet::new);
    }

    public Optional<Snapshot> find() {
        return Optional.ofNullable(current);
    }

    /// Sees to it that the snapshot is as the database is now, or later. Whoever asks while a load is under way waits
    /// for it and then looks again, because that load may have begun before what he wants to see.
    ///
    /// If it fails, the exception is the caller's, and the snapshot stays as it was.
    public Snapshot refresh() {
        return renew().after();
    }

    /// What a refresh has changed.
    ///
    /// @param before what this node held when its turn had come; empty if nothing
    public record Renewal(Optional<Snapshot> before, Snapshot after) {}

    /// The same, for who wants to know what it has changed.
    public Renewal renew() {
        oneLoadAtATime.lock();
        try {
            Instant seen = calendar.now();
            Snapshot held = current;
            Snapshot renewed = held != null && loader.isCurrent(held) ? held.seenAt(seen) : loader.load();
            current = renewed;
            return new Renewal(Optional.ofNullable(held), renewed);
        } finally {
            oneLoadAtATime.unlock();
        }
    }
}
