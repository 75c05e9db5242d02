package dev.windfall.draw;

/// A set of numbers that tells of each member how many others come before it: a bit for each number there could be, and
/// for each 512 of them the count of members before these.
///
/// Whether a number is a member is known by a single access to memory that waits for no other one, so a processor has
/// those of many sets under way at once. The bits that are counted for a rank lie in the same line of its cache or in
/// the next, and the counts are few enough to stay there.
final class NumberSet {

    /// The low bits of a number that tell its place among those with a count in common.
    private static final int GROUP_BITS = 9;

    /// The low bits of a number that tell its bit within a long.
    private static final int BIT_BITS = 6;

    private static final int LONGS_OF_A_GROUP = 1 << (GROUP_BITS - BIT_BITS);

    /// The low bits of a number that tell its bit within a chunk: half a megabyte, because an array of more than half
    /// a region takes whole regions of the heap.
    private static final int CHUNK_BITS = 22;

    private static final int CHUNK_MASK = (1 << (CHUNK_BITS - BIT_BITS)) - 1;

    private final long[][] chunks;
    private final int[] counts;

    /// Of none yet.
    ///
    /// @param max the greatest number that will be in the set
    NumberSet(int max) {
        chunks = new long[(max >>> CHUNK_BITS) + 1][];
        for (int i = 0; i < chunks.length; i++) {
            chunks[i] = new long[Math.min(CHUNK_MASK, (max >>> BIT_BITS) - i * (CHUNK_MASK + 1)) + 1];
        }
        counts = new int[groups(max)];
    }

    /// What [#sizeBytes()] is.
    ///
    /// @param max the greatest number in the set
    static long sizeBytes(int max) {
        return (long) Long.BYTES * ((max >>> BIT_BITS) + 1) + (long) Integer.BYTES * groups(max);
    }

    private static int groups(int max) {
        return (max >>> GROUP_BITS) + 1;
    }

    /// Twice is once.
    void add(int number) {
        chunks[number >>> CHUNK_BITS][place(number)] |= 1L << number;
    }

    private static int place(int number) {
        return number >>> BIT_BITS & CHUNK_MASK;
    }

    /// To be called when all are in it, before anybody asks for a rank.
    void count() {
        int count = 0;
        int group = 0;
        for (long[] chunk : chunks) {
            for (int place = 0; place < chunk.length; place++) {
                if (place % LONGS_OF_A_GROUP == 0) {
                    counts[group++] = count;
                }
                count += Long.bitCount(chunk[place]);
            }
        }
    }

    boolean contains(int number) {
        int chunk = number >>> CHUNK_BITS;
        if (chunk >= chunks.length) {
            return false;
        }
        int place = place(number);
        return place < chunks[chunk].length && (chunks[chunk][place] & 1L << number) != 0;
    }

    /// How many members are smaller than this one.
    int rank(int member) {
        long[] chunk = chunks[member >>> CHUNK_BITS];
        int place = place(member);
        int rank = counts[member >>> GROUP_BITS];
        for (int i = place & -LONGS_OF_A_GROUP; i < place; i++) {
            rank += Long.bitCount(chunk[i]);
        }
        return rank + Long.bitCount(chunk[place] & (1L << member) - 1);
    }

    long sizeBytes() {
        long longs = 0;
        for (long[] chunk : chunks) {
            longs += chunk.length;
        }
        return Long.BYTES * longs + (long) Integer.BYTES * counts.length;
    }
}
