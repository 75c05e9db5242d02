package dev.windfall.prizes;

/// Nothing is known yet about any prize, which must never look like "no prize".
@SuppressWarnings("serial")
public final class NoSnapshotYet extends RuntimeException {

    NoSnapshotYet() {
        super("No snapshot has been loaded yet");
    }
}
