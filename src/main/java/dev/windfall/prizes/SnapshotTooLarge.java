package dev.windfall.prizes;

/// What is published can't be loaded, because the heap has no room for it. What is shown stays.
@SuppressWarnings("serial")
public final class SnapshotTooLarge extends RuntimeException {

    private static final long MEGABYTE = 1 << 20;

    private final long prizes;
    private final long neededBytes;
    private final long freeBytes;
    private final long maxBytes;

    /// @param prizes of the draws that are to be loaded
    /// @param freeBytes what a load may take
    SnapshotTooLarge(long prizes, long neededBytes, long freeBytes, long maxBytes) {
        super("Loading %,d prizes takes up to %,d bytes, and %,d of %,d bytes are free"
                .formatted(prizes, neededBytes, freeBytes, maxBytes));
        this.prizes = prizes;
        this.neededBytes = neededBytes;
        this.freeBytes = freeBytes;
        this.maxBytes = maxBytes;
    }

    public long prizes() {
        return prizes;
    }

    /// Rounded up.
    public long neededMegabytes() {
        return (neededBytes + MEGABYTE - 1) / MEGABYTE;
    }

    /// Rounded down.
    public long freeMegabytes() {
        return freeBytes / MEGABYTE;
    }

    public long maxMegabytes() {
        return maxBytes / MEGABYTE;
    }
}
