package dev.windfall.bench.scenario;

import dev.windfall.bench.Plan;
import dev.windfall.bench.alternative.Alternative;
import dev.windfall.bench.lab.Lab;
import dev.windfall.bench.lab.Lottery;
import dev.windfall.bench.lab.Postgres;
import dev.windfall.bench.lab.Redis;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Lotteries of several sizes, the winners growing with the subscribers: how the obvious query and Windfall fare.
public final class Growth {

    private final Plan plan;
    private final Path folder;
    private final Postgres postgres;
    private final Redis redis;

    public Growth(Plan plan, Path folder, Postgres postgres, Redis redis) {
        this.plan = plan;
        this.folder = folder;
        this.postgres = postgres;
        this.redis = redis;
    }

    /// @return by the number of subscribers
    public Map<Integer, Steady.Result> run() throws IOException, InterruptedException {
        Map<Integer, Steady.Result> results = new LinkedHashMap<>();
        for (int subscribers : plan.growth()) {
            int winners = (int) ((long) plan.winnersPerDraw() * subscribers / plan.subscribers());
            var lottery = new Lottery(subscribers, winners);
            try (var lab = Lab.open(plan, folder.resolve("lottery-" + subscribers), lottery, postgres, redis)) {
                Progress.tell("a lottery of %,d subscribers is there", subscribers);
                results.put(subscribers, new Steady(lab, List.of(Alternative.OBVIOUS, Alternative.WINDFALL)).run());
            }
        }
        return results;
    }
}
