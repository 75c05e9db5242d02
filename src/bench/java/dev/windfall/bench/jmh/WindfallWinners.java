package dev.windfall.bench.jmh;

import dev.windfall.bench.lab.DrawnWinners;
import dev.windfall.draw.Winners;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// The winners as Windfall keeps them.
final class WindfallWinners implements LookUp {

    private final Winners[] draws;

    WindfallWinners(DrawnWinners drawn) {
        draws = drawn.draws().stream().map(draw -> draw.winners().build()).toArray(Winners[]::new);
    }

    @Override
    public int tiersOf(int subscriber) {
        int sum = 0;
        for (Winners winners : draws) {
            for (int tier : winners.tiersOf(subscriber)) {
                sum += tier;
            }
        }
        return sum;
    }

    @Override
    public List<List<Integer>> tiersByDraw(int subscriber) {
        return Arrays.stream(draws)
                .map(winners ->
                        IntStream.of(winners.tiersOf(subscriber)).boxed().toList())
                .toList();
    }
}
