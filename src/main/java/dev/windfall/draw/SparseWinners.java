package dev.windfall.draw;

import java.util.Arrays;

/// Winners of whom there are few among the subscribers.
///
/// Their numbers are cut into a high and a low part. All winners with the same high part form a block; `blockStarts`
/// tells where each block begins, and only the low parts are stored, beside the winner's tier. One array access
/// leads to the right block and a search of the few entries in it to the subscriber, whatever the size of the draw.
/// A block spans 256 subscribers or 65,536, whichever takes less memory.
///
/// Most who look have won nothing in a draw, which a filter in front of the blocks tells of most of them.
final class SparseWinners implements Winners {

    private static final int NARROW_BITS = 8;
    private static final int WIDE_BITS = 16;

    private final NumberFilter filter;
    private final int lowBits;
    private final int[] blockStarts;
    private final Column lows;
    private final Column tiers;

    SparseWinners(SortedPrizes prizes) {
        int size = prizes.size();
        filter = new NumberFilter(prizes.greatestSubscriber(), size);
        lowBits = cheaperLowBits(prizes);
        blockStarts = new int[blocks(prizes, lowBits) + 1];
        int lowMask = (1 << lowBits) - 1;
        Column.Writer lowsWriter = Column.writer(size, lowMask);
        Column.Writer tiersWriter = Column.writer(size, prizes.greatestTier());
        for (int i = 0; i < size; i++) {
            int subscriber = prizes.subscriber(i);
            filter.add(subscriber);
            blockStarts[(subscriber >>> lowBits) + 1]++;
            lowsWriter.set(i, subscriber & lowMask);
            tiersWriter.set(i, prizes.tier(i));
        }
        Arrays.parallelPrefix(blockStarts, Integer::sum);
        lows = lowsWriter.column();
        tiers = tiersWriter.column();
    }

    private static int cheaperLowBits(SortedPrizes prizes) {
        long narrowBytes = (long) Integer.BYTES * blocks(prizes, NARROW_BITS) + prizes.size();
        long wideBytes = (long) Integer.BYTES * blocks(prizes, WIDE_BITS) + 2L * prizes.size();
        return narrowBytes <= wideBytes ? NARROW_BITS : WIDE_BITS;
    }

    private static int blocks(SortedPrizes prizes, int lowBits) {
        return prizes.size() == 0 ? 0 : (prizes.greatestSubscriber() >>> lowBits) + 1;
    }

    /// The most that [#sizeBytes()] will be.
    static long maxSizeBytes(int prizes, int maxTier, int greatestSubscriber) {
        long blockStarts = (long) Integer.BYTES * ((greatestSubscriber >>> WIDE_BITS) + 2);
        return NumberFilter.maxSizeBytes(prizes)
                + blockStarts
                + Column.sizeBytes(prizes, (1 << WIDE_BITS) - 1)
                + Column.sizeBytes(prizes, maxTier);
    }

    @Override
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

    private int[] tiersBetween(int first, int last) {
        int[] won = new int[last - first];
        for (int i = 0; i < won.length; i++) {
            won[i] = tiers.at(first + i);
        }
        return won;
    }

    @Override
    public int prizeCount() {
        return lows.size();
    }

    @Override
    public long sizeBytes() {
        return filter.sizeBytes() + (long) Integer.BYTES * blockStarts.length + lows.sizeBytes() + tiers.sizeBytes();
    }
}
