package dev.windfall.bench.jmh;

import dev.windfall.bench.lab.DrawnWinners;
import dev.windfall.bench.lab.DrawnWinners.DrawnDraw;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

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

    private int sumAround(int draw, int found) {
        int[] winners = subscribers[draw];
        int sum = 0;
        for (int i = first(winners, found); i < winners.length && winners[i] == winners[found]; i++) {
            sum += tiers[draw][i];
        }
        return sum;
    }

    /// Who won more than once in a draw stands there more than once, and a search finds any of the places.
    private static int first(int[] winners, int found) {
        int first = found;
        while (first > 0 && winners[first - 1] == winners[found]) {
            first--;
        }
        return first;
    }

    @Override
    public List<List<Integer>> tiersByDraw(int subscriber) {
        List<List<Integer>> byDraw = new ArrayList<>();
        for (int draw = 0; draw < subscribers.length; draw++) {
            List<Integer> found = new ArrayList<>();
            int[] winners = subscribers[draw];
            int place = Arrays.binarySearch(winners, subscriber);
            if (place >= 0) {
                for (int i = first(winners, place); i < winners.length && winners[i] == subscriber; i++) {
                    found.add((int) tiers[draw][i]);
                }
            }
            byDraw.add(found);
        }
        return byDraw;
    }
}
