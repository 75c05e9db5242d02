package dev.windfall.prizes;

/// A heap as a test wants it, with plenty of room at first.
final class TestHeap implements Heap {

    long maxBytes = 1L << 30;
    long usedBytes;
    long garbageBytes;
    int collections;

    @Override
    public long maxBytes() {
        return maxBytes;
    }

    @Override
    public long freeBytes() {
        return maxBytes - usedBytes - garbageBytes;
    }

    @Override
    public void collect() {
        collections++;
        garbageBytes = 0;
    }
}
