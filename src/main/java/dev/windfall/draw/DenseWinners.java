package dev.windfall.draw;

/// Winners of whom there are many among the subscribers: a set of their numbers, by which the place of a winner's tier
/// is known as well.
///
/// Who won more than once, as few do, has a mark in place of the tier and is kept apart.
final class DenseWinners implements Winners {

    private final NumberSet subscribers;
    private final Column tiers;
    private final int mark;
    private final SparseWinners several;
    private final int prizeCount;

    /// @param prizes which are not there any more afterwards
    DenseWinners(SortedPrizes prizes) {
        prizeCount = prizes.size();
        mark = mark(prizes);
        subscribers = new NumberSet(prizes.greatestSubscriber());
        Column.Writer writer = Column.writer(prizes.winners(), mark);
        int winner = 0;
        for (int place = 0, end; place < prizeCount; place = end) {
            end = prizes.endOfWinner(place);
            subscribers.add(prizes.subscriber(place));
            writer.set(winner++, end - place == 1 ? prizes.tier(place) : mark);
        }
        subscribers.count();
        tiers = writer.column();
        several = new SparseWinners(prizes.keepSeveral());
    }

    private static int mark(SortedPrizes prizes) {
        return prizes.greatestTier() + 1;
    }

    /// Whether winners can be kept so in no more memory than sparse ones may take.
    static boolean suit(SortedPrizes prizes) {
        int mark = mark(prizes);
        int greatest = prizes.greatestSubscriber();
        long sizeBytes = NumberSet.sizeBytes(greatest)
                + Column.sizeBytes(prizes.winners(), mark)
                + SparseWinners.maxSizeBytes(prizes.ofSeveral(), mark, greatest);
        return mark <= SortedPrizes.MAX_TIER && sizeBytes <= SparseWinners.maxSizeBytes(prizes.size(), mark, greatest);
    }

    @Override
    public int[] tiersOf(int subscriber) {
        if (!subscribers.contains(subscriber)) {
            return NONE;
        }
        int tier = tiers.at(subscribers.rank(subscriber));
        return tier == mark ? several.tiersOf(subscriber) : new int[] {tier};
    }

    @Override
    public int prizeCount() {
        return prizeCount;
    }

    @Override
    public long sizeBytes() {
        return subscribers.sizeBytes() + tiers.sizeBytes() + several.sizeBytes();
    }
}
