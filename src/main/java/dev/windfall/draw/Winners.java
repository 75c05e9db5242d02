package dev.windfall.draw;

import java.util.Arrays;

/// Who won what in one version of a draw: immutable, without an object per winner, some 3 to 5 bytes each.
///
/// Subscriber numbers are sorted and cut into a high and a low part. All winners with the same high part form a block;
/// `blockStarts` tells where each block begins, and only the low parts are stored, beside the winner's tier. One array
/// access leads to the right block and a search of the few entries in it to the subscriber, whatever the size of the
/// draw. A block spans 256 subscribers in a dense draw and 65,536 in a sparse one, whichever takes less memory.
///
/// Most who look have won nothing in a draw, which a filter in front of the blocks tells of most of them.
public final class Winners {

    private static final int[] NONE = {};

    private final NumberFilter filter;
    private final int lowBits;
    private final int[] blockStarts;
    private final Column lows;
    private final Column tiers;

    private Winners(NumberFilter filter, int lowBits, int[] blockStarts, Column lows, Column tiers) {
        this.filter = filter;
        this.lowBits = lowBits;
        this.blockStarts = blockStarts;
        this.lows = lows;
        this.tiers = tiers;
    }

    /// @param expectedPrizes how many prizes will be added, as far as known; more or fewer are fine
    public static Builder builder(int expectedPrizes) {
        return new Builder(expectedPrizes);
    }

    /// The most that [#sizeBytes()] will be, whatever the numbers of the winners are.
    public static long maxSizeBytes(int prizes, int tiers) {
        long blockStarts = (long) Integer.BYTES * ((Integer.MAX_VALUE >>> Builder.SPARSE_BITS) + 2);
        int tierBytes = tiers - 1 <= 0xFF ? 1 : Character.BYTES;
        return NumberFilter.maxSizeBytes(prizes) + blockStarts + (long) prizes * (Character.BYTES + tierBytes);
    }

    /// The most memory that is taken for a moment while a draw is built, the result included: that of the collected
    /// winners, and as much again if they have to be sorted, or the result beside them.
    public static long maxBuildingBytes(int prizes, int tiers) {
        long collected = (long) Long.BYTES * prizes;
        return collected + Math.max(collected, maxSizeBytes(prizes, tiers));
    }

    /// The tiers in which a subscriber won, ascending by their place in the prize table, one entry for each prize;
    /// empty for who won nothing.
    public int[] tiersOf(int subscriber) {
        int block = subscriber >>> lowBits;
        if (!filter.mayInclude(subscriber) || block >= blockStarts.length - 1) {
            return NONE;
        }
        int end = blockStarts[block + 1];
        int low = subscriber & ((1 << lowBits) - 1);
        int first = lows.firstNotBelow(low, blockStarts[block], end);
        int last = first;
        while (last < end && lows.at(last) == low) {
            last++;
        }
        return first == last ? NONE : tiersBetween(first, last);
    }

    /// How many prizes there are; a subscriber who won twice counts twice.
    public int prizeCount() {
        return lows.size();
    }

    /// The memory taken by the arrays, in bytes.
    public long sizeBytes() {
        return filter.sizeBytes() + (long) Integer.BYTES * blockStarts.length + lows.sizeBytes() + tiers.sizeBytes();
    }

    private int[] tiersBetween(int first, int last) {
        int[] won = new int[last - first];
        for (int i = 0; i < won.length; i++) {
            won[i] = tiers.at(first + i);
        }
        return won;
    }

    /// Collects winners, best in the order of their numbers: any other order is sorted at the end.
    public static final class Builder {

        private static final int DENSE_BITS = 8;
        private static final int SPARSE_BITS = 16;

        /// The subscriber above, the tier below: sorting these sorts by subscriber, then tier.
        private long[] prizes;

        private int size;
        private int maxTier;

        private Builder(int expectedPrizes) {
            prizes = new long[Math.max(1, expectedPrizes)];
        }

        /// @param subscriber 1 to 2,147,483,647
        /// @param tier the tier's place in the prize table, from 0, at most 65,535
        public Builder add(int subscriber, int tier) {
            if (subscriber < 1 || tier < 0 || tier > Character.MAX_VALUE) {
                throw new IllegalArgumentException(
                        "no such winner: subscriber %d, tier %d".formatted(subscriber, tier));
            }
            if (size == prizes.length) {
                prizes = Arrays.copyOf(prizes, Math.addExact(size, Math.max(16, size >> 1)));
            }
            prizes[size++] = (long) subscriber << Integer.SIZE | tier;
            maxTier = Math.max(maxTier, tier);
            return this;
        }

        public Winners build() {
            sort();
            var filter = new NumberFilter(greatest(), size);
            int lowBits = cheaperLowBits();
            Column.Writer lows = Column.writer(size, (1 << lowBits) - 1);
            Column.Writer tiers = Column.writer(size, maxTier);
            int[] blockStarts = new int[blocks(lowBits) + 1];
            for (int i = 0; i < size; i++) {
                int subscriber = subscriberAt(i);
                filter.add(subscriber);
                blockStarts[(subscriber >>> lowBits) + 1]++;
                lows.set(i, subscriber & ((1 << lowBits) - 1));
                tiers.set(i, (int) prizes[i]);
            }
            Arrays.parallelPrefix(blockStarts, Integer::sum);
            return new Winners(filter, lowBits, blockStarts, lows.column(), tiers.column());
        }

        private void sort() {
            for (int i = 1; i < size; i++) {
                if (prizes[i - 1] > prizes[i]) {
                    Arrays.sort(prizes, 0, size);
                    return;
                }
            }
        }

        private int cheaperLowBits() {
            long denseBytes = (long) Integer.BYTES * blocks(DENSE_BITS) + size;
            long sparseBytes = (long) Integer.BYTES * blocks(SPARSE_BITS) + 2L * size;
            return denseBytes <= sparseBytes ? DENSE_BITS : SPARSE_BITS;
        }

        private int blocks(int lowBits) {
            return size == 0 ? 0 : (greatest() >>> lowBits) + 1;
        }

        private int greatest() {
            return size == 0 ? 0 : subscriberAt(size - 1);
        }

        private int subscriberAt(int index) {
            return (int) (prizes[index] >>> Integer.SIZE);
        }
    }
}
