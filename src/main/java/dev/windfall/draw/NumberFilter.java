package dev.windfall.draw;

/// Tells of most numbers that they are not in a set, and of all that are in it that they may be: a bit for each run of
/// neighbouring numbers, no more than a byte for each number in the set.
///
/// It answers by a single access to memory that waits for no other one, so a processor has those of many sets under way
/// at once.
final class NumberFilter {

    private final int runBits;
    private final long[] bits;

    /// Of none yet.
    ///
    /// @param max the greatest number that will be in the set
    /// @param count how many will be in it
    NumberFilter(int max, int count) {
        runBits = runBits(max, count);
        bits = new long[longs(max, runBits)];
    }

    /// The most that [#sizeBytes()] will be.
    static long maxSizeBytes(int count) {
        return Math.max(count, Long.BYTES);
    }

    /// The shortest runs, as powers of two, that there is memory for.
    private static int runBits(int max, int count) {
        int runBits = 0;
        while ((long) longs(max, runBits) * Long.BYTES > maxSizeBytes(count)) {
            runBits++;
        }
        return runBits;
    }

    private static int longs(int max, int runBits) {
        return (max >>> runBits >>> 6) + 1;
    }

    void add(int number) {
        int run = number >>> runBits;
        bits[run >>> 6] |= 1L << run;
    }

    /// False for a number that is not in the set, and for none that is.
    boolean mayInclude(int number) {
        int run = number >>> runBits;
        int place = run >>> 6;
        return place < bits.length && (bits[place] & 1L << run) != 0;
    }

    long sizeBytes() {
        return (long) Long.BYTES * bits.length;
    }
}
