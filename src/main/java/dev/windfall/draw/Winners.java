package dev.windfall.draw;

import java.util.Arrays;

/// Who won what in one version of a draw: immutable, without an object per winner. A prize takes two to four bytes, one
/// more where there are more than 255 tiers.
///
/// How they are kept depends on how many of the subscribers won: see [DenseWinners] and [SparseWinners].
public sealed interface Winners permits DenseWinners, SparseWinners {

    /// The tiers of who won nothing.
    int[] NONE = {};

    /// @param expectedPrizes how many prizes will be added, as far as known; more or fewer are fine
    static Builder builder(int expectedPrizes) {
        return new Builder(expectedPrizes);
    }

    /// The most that [#sizeBytes()] will be, whatever the numbers of the winners are.
    static long maxSizeBytes(int prizes, int tiers) {
        // one beyond the last tier: dense winners may have a mark there
        return SparseWinners.maxSizeBytes(prizes, tiers, Integer.MAX_VALUE);
    }

    /// The most memory that is taken for a moment while a draw is built, the result included: that of the collected
    /// winners, and as much again if they have to be sorted, or the result beside them.
    static long maxBuildingBytes(int prizes, int tiers) {
        long collected = (long) Long.BYTES * prizes;
        return collected + Math.max(collected, maxSizeBytes(prizes, tiers));
    }

    /// The tiers in which a subscriber won, ascending by their place in the prize table, one entry for each prize;
    /// empty for who won nothing.
    int[] tiersOf(int subscriber);

    /// How many prizes there are; a subscriber who won twice counts twice.
    int prizeCount();

    /// The memory taken by the arrays, in bytes.
    long sizeBytes();

    /// Collects winners, best in the order of their numbers: any other order is sorted at the end.
    final class Builder {

        /// The subscriber above, the tier below: sorting these sorts by subscriber, then tier.
        private long[] prizes;

        private int size;

        private Builder(int expectedPrizes) {
            prizes = new long[Math.max(1, expectedPrizes)];
        }

        /// @param subscriber 1 to 2,147,483,647
        /// @param tier the tier's place in the prize table, from 0, at most 65,535
        public Builder add(int subscriber, int tier) {
            if (subscriber < 1 || tier < 0 || tier > SortedPrizes.MAX_TIER) {
                throw new IllegalArgumentException(
                        "no such winner: subscriber %d, tier %d".formatted(subscriber, tier));
            }
            if (size == prizes.length) {
                prizes = Arrays.copyOf(prizes, Math.addExact(size, Math.max(16, size >> 1)));
            }
            prizes[size++] = SortedPrizes.prize(subscriber, tier);
            return this;
        }

        /// Leaves nothing to be built another time.
        public Winners build() {
            var sorted = SortedPrizes.sort(prizes, size);
            prizes = new long[1];
            size = 0;
            return DenseWinners.suit(sorted) ? new DenseWinners(sorted) : new SparseWinners(sorted);
        }
    }
}
