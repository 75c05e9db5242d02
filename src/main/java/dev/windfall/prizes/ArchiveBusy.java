package dev.windfall.prizes;

/// Others look back at months whose winners have to be loaded first, and this one would wait for too long.
@SuppressWarnings("serial")
public final class ArchiveBusy extends RuntimeException {

    ArchiveBusy() {
        super("Too many earlier months are asked for at the same time");
    }
}
