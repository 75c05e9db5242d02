package dev.windfall.bench.jmh;

import dev.windfall.bench.lab.DrawnWinners;
import dev.windfall.bench.lab.DrawnWinners.DrawnDraw;
import java.util.Arrays;

/// The plain way to keep winners in memory: for each draw the subscribers in the order of their numbers, and their
/// tiers
/// beside them.
public final class SortedArrays {

    private final int[][] subscribers;
    private final byte[][] tiers;

    public SortedArrays(DrawnWinners drawn) {
        subscribers = drawn.draws().stream().map(DrawnDraw::subscribers).toArray(int[][]::new);
        tiers = drawn.draws().stream().map(DrawnDraw::tiers).toArray(byte[][]::new);
    }

    /// The sum of the tiers that a subscriber won in, as something to show for the look-up.
    int tiersOf(int subscriber) {
        int sum = 0;
        for (int draw = 0; draw < subscribers.length; draw++) {
            int found = Arrays.binarySearch(subscribers[draw], subscriber);
            if (found >= 0) {
                sum += tiers[draw][found];
            }
        }
        return sum;
    }
}
