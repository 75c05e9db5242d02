package dev.windfall.bench.scenario;

import dev.windfall.bench.alternative.Alternative;
import dev.windfall.bench.lab.Lab;
import dev.windfall.bench.lab.Lottery;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Lotteries of several sizes: how the obvious query and Windfall fare.
public final class Growth {

    private final Lab lab;

    /// @param lab of the largest
    public Growth(Lab lab) {
        this.lab = lab;
    }

    /// @param steady views of the largest lottery
    public Map<Lottery, Steady.Result> run(Steady.Result steady) throws IOException, InterruptedException {
        Map<Lottery, Steady.Result> results = new LinkedHashMap<>();
        for (Lottery lottery : lab.plan().growth()) {
            try (var smaller = lab.of(lottery)) {
                List<Alternative> alternatives = List.of(Alternative.OBVIOUS, Alternative.WINDFALL);
                results.put(lottery, Steady.of(smaller, alternatives).run());
            }
        }
        results.put(lab.lottery(), steady);
        return results;
    }
}
