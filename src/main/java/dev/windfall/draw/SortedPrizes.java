package dev.windfall.draw;

import java.util.Arrays;

/// The prizes of a draw, by their winners and then by tier, as they were collected to be kept in less memory.
final class SortedPrizes {

    static final int MAX_TIER = Character.MAX_VALUE;

    private final long[] prizes;
    private final int size;
    private final int winners;
    private final int ofSeveral;
    private final int greatestTier;

    private SortedPrizes(long[] prizes, int size) {
        this.prizes = prizes;
        this.size = size;
        int winnersSoFar = 0;
        int ofSeveralSoFar = 0;
        int greatestTierSoFar = 0;
        for (int place = 0, end; place < size; place = end) {
            end = endOfWinner(place);
            winnersSoFar++;
            ofSeveralSoFar += end - place > 1 ? end - place : 0;
            // those of one winner ascend
            greatestTierSoFar = Math.max(greatestTierSoFar, tier(end - 1));
        }
        winners = winnersSoFar;
        ofSeveral = ofSeveralSoFar;
        greatestTier = greatestTierSoFar;
    }

    /// The subscriber above, the tier below.
    static long prize(int subscriber, int tier) {
        return (long) subscriber << Integer.SIZE | tier;
    }

    /// Sorts an array, which from then on is not the caller's any more.
    ///
    /// @param size how many of its places are filled
    static SortedPrizes sort(long[] prizes, int size) {
        for (int i = 1; i < size; i++) {
            if (prizes[i - 1] > prizes[i]) {
                Arrays.sort(prizes, 0, size);
                break;
            }
        }
        return new SortedPrizes(prizes, size);
    }

    int size() {
        return size;
    }

    int subscriber(int place) {
        return (int) (prizes[place] >>> Integer.SIZE);
    }

    int tier(int place) {
        return (int) prizes[place];
    }

    /// The first place behind those of the winner in this one.
    int endOfWinner(int place) {
        int end = place + 1;
        while (end < size && subscriber(end) == subscriber(place)) {
            end++;
        }
        return end;
    }

    /// How many won.
    int winners() {
        return winners;
    }

    /// How many prizes went to winners who have more than one.
    int ofSeveral() {
        return ofSeveral;
    }

    /// The greatest number of a winner; 0 if there is none.
    int greatestSubscriber() {
        return size == 0 ? 0 : subscriber(size - 1);
    }

    /// The last tier in which somebody won; 0 if nobody did.
    int greatestTier() {
        return greatestTier;
    }

    /// Those that went to winners who have more than one. They take the place of all, which are not there any more.
    SortedPrizes keepSeveral() {
        int count = 0;
        for (int place = 0, end; place < size; place = end) {
            end = endOfWinner(place);
            if (end - place > 1) {
                System.arraycopy(prizes, place, prizes, count, end - place);
                count += end - place;
            }
        }
        return new SortedPrizes(prizes, count);
    }
}
