package dev.windfall.publishing.gate.rows;

import java.util.Arrays;

/// Remembers where runs of rows were seen first, in bounded memory: it takes all runs until it is full, then every
/// second one, and so on. Which ones is decided by their hashes alone, so that a run that comes again is taken or left
/// as it was the first time.
final class RunTable {

    static final long UNSEEN = -1;

    private static final int FIRST_SLOTS = 1 << 10;

    private final int maxSlots;
    private long[] hashes = new long[FIRST_SLOTS];
    private long[] places = new long[FIRST_SLOTS];
    private int size;
    private int level;

    /// @param maxSlots a power of two; a slot takes 16 bytes, and half of them are used
    RunTable(int maxSlots) {
        this.maxSlots = maxSlots;
        Arrays.fill(places, UNSEEN);
    }

    /// Whether runs with this hash are taken at present.
    boolean takes(long hash) {
        return (hash & ((1L << level) - 1)) == 0;
    }

    /// One run in so many is taken at present.
    long interval() {
        return 1L << level;
    }

    /// Remembers a run, unless one with its hash is there already.
    ///
    /// @return the place of the one that is there; [#UNSEEN] if there is none
    long seen(long hash, long place) {
        int slot = slot(hash);
        if (places[slot] != UNSEEN) {
            return places[slot];
        }
        put(slot, hash, place);
        if (size > places.length / 2) {
            makeRoom();
        }
        return UNSEEN;
    }

    private void put(int slot, long hash, long place) {
        hashes[slot] = hash;
        places[slot] = place;
        size++;
    }

    /// The slot that holds the hash, or the free one for it. The low bits are those that choose the runs.
    private int slot(long hash) {
        int slot = (int) (hash >>> Integer.SIZE) & (places.length - 1);
        while (places[slot] != UNSEEN && hashes[slot] != hash) {
            slot = (slot + 1) & (places.length - 1);
        }
        return slot;
    }

    private void makeRoom() {
        long[] oldHashes = hashes;
        long[] oldPlaces = places;
        if (places.length == maxSlots) {
            level++;
        }
        int slots = Math.min(maxSlots, 2 * places.length);
        hashes = new long[slots];
        places = new long[slots];
        Arrays.fill(places, UNSEEN);
        size = 0;
        for (int i = 0; i < oldPlaces.length; i++) {
            if (oldPlaces[i] != UNSEEN && takes(oldHashes[i])) {
                put(slot(oldHashes[i]), oldHashes[i], oldPlaces[i]);
            }
        }
    }
}
