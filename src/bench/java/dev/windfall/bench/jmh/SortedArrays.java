package dev.windfall.bench.jmh;

import dev.windfall.bench.lab.DrawnWinners;
import dev.windfall.bench.lab.DrawnWinners.DrawnDraw;
import java.util.Arrays;

/// The plain way to keep winners in memory: for each draw the subscribers in the order of their numbers, and their
/// tiers beside them.
final class SortedArrays implements LookUp {

    private final int[][] subscribers;
    private final byte[][] tiers;

    SortedArrays(DrawnWinners drawn) {
        subscribers = drawn.draws().stream().map(DrawnDraw::subscribers).toArray(int[][]::new);
        tiers = drawn.draws().stream().map(DrawnDraw::tiers).toArray(byte[][]::new);
    }

    @Override
    public int tiersOf(int subscriber) {
        int sum = 0;
        for (int draw = 0; draw < subscribers.length; draw++) {
            int found = Arrays.binarySearch(subscribers[draw], subscriber);
            if (found >= 0) {
                sum += sumAround(draw, found);
            }
        }
        return sum;
    }

    /// Who won more than once in a draw stands there more than once, and a search finds any of the places.
    private int sumAround(int draw, int found) {
        int[] winners = subscribers[draw];
        int first = found;
        while (first > 0 && winners[first - 1] == winners[found]) {
            first--;
        }
        int sum = 0;
        for (int i = first; i < winners.length && winners[i] == winners[found]; i++) {
            sum += tiers[draw][i];
        }
        return sum;
    }
}
