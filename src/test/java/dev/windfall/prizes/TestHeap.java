package dev.windfall.prizes;

import java.util.ArrayList;
import java.util.List;

/// A heap as a test wants it, with plenty of room at first.
final class TestHeap implements Heap {

    long maxBytes = 1L << 30;
    long usedBytes;
    long garbageBytes;
    final List<Sake> collections = new ArrayList<>();

    @Override
    public long maxBytes() {
        return maxBytes;
    }

    @Override
    public long freeBytes() {
        return maxBytes - usedBytes - garbageBytes;
    }

    @Override
    public void collect(Sake sake) {
        collections.add(sake);
        garbageBytes = 0;
    }
}
