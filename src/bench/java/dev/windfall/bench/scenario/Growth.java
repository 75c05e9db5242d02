package dev.windfall.bench.scenario;

import dev.windfall.bench.alternative.Alternative;
import dev.windfall.bench.lab.Checkpoints;
import dev.windfall.bench.lab.Lab;
import dev.windfall.bench.lab.Lottery;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Lotteries of several sizes: how the obvious query and Windfall fare.
public final class Growth {

    private final Lab lab;
    private final Checkpoints checkpoints;

    /// @param lab of the largest
    public Growth(Lab lab, Checkpoints checkpoints) {
        this.lab = lab;
        this.checkpoints = checkpoints;
    }

    /// @param steady views of the largest lottery
    public Map<Lottery, Steady.Result> run(Steady.Result steady) throws Exception {
        Map<Lottery, Steady.Result> results = new LinkedHashMap<>();
        for (Lottery lottery : lab.plan().growth()) {
            results.put(lottery, checkpoints.result("growth-" + lottery.name(), () -> measure(lottery)));
        }
        results.put(lab.lottery(), steady);
        return results;
    }

    private Steady.Result measure(Lottery lottery) throws IOException, InterruptedException {
        try (var smaller = lab.of(lottery)) {
            return Steady.of(smaller, List.of(Alternative.OBVIOUS, Alternative.WINDFALL))
                    .run();
        }
    }
}
