package dev.windfall.bench.scenario;

import dev.windfall.bench.Plan;
import dev.windfall.bench.jmh.AnswerBenchmark;
import dev.windfall.bench.jmh.DrawLoadBenchmark;
import dev.windfall.bench.jmh.LookUp.Kept;
import dev.windfall.bench.jmh.PageBenchmark;
import dev.windfall.bench.lab.DrawnWinners;
import dev.windfall.bench.lab.Lab;
import dev.windfall.bench.lab.Lottery;
import dev.windfall.bench.lab.Progress;
import dev.windfall.bench.report.Measurements;
import dev.windfall.publishing.file.PrizeTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/// Single parts of Windfall beside what they are to be compared with, by JMH: each in a Java VM of its own in
/// each round, one after the other.
public final class Parts {

    private static final int WARM_UP_ITERATIONS = 3;
    private static final int ITERATIONS = 3;
    private static final int COMPARED = 100_000;

    /// JMH's score, in the unit of the benchmark.
    public enum Figure {
        SCORE
    }

    private final Lab lab;
    private final Measurements<Figure> measurements = new Measurements<>();

    public Parts(Lab lab) {
        this.lab = lab;
    }

    /// @return scores by the benchmark's class and method, and what it is tried with, if there is a choice:
    ///     `AnswerBenchmark.lookUp.HOLLOW`
    public Measurements<Figure> run() throws IOException, RunnerException {
        Path drawn = drawnWinners(lab);
        int subscribers = lab.lottery().subscribers();
        Kept.requireRightAnswers(DrawnWinners.read(drawn), subscribers, COMPARED);
        AnswerBenchmark.requireRightAnswers(DrawnWinners.read(drawn), subscribers, COMPARED);
        Plan plan = lab.plan();
        for (int round = 0; round < plan.rounds(); round++) {
            var options = new OptionsBuilder()
                    .include(AnswerBenchmark.class.getSimpleName())
                    .include(DrawLoadBenchmark.class.getSimpleName())
                    .include(PageBenchmark.class.getSimpleName())
                    .param("folder", drawn.toString())
                    .param("database", lab.databaseUrl())
                    .param("subscribers", Integer.toString(lab.lottery().subscribers()))
                    .param("winnersPerDraw", Integer.toString(lab.lottery().winnersPerDraw()))
                    .forks(1)
                    .jvmArgs("-Xmx6g")
                    .warmupIterations(WARM_UP_ITERATIONS)
                    .warmupTime(TimeValue.milliseconds(plan.iteration().toMillis()))
                    .measurementIterations(ITERATIONS)
                    .measurementTime(TimeValue.milliseconds(plan.iteration().toMillis()))
                    .shouldFailOnError(true)
                    .verbosity(VerboseMode.SILENT)
                    .build();
            for (RunResult result : new Runner(options).run()) {
                measurements.add(
                        name(result), Figure.SCORE, result.getPrimaryResult().getScore());
            }
            Progress.tell("round %d of %d of the single parts is through", round + 1, plan.rounds());
        }
        return measurements;
    }

    private static String name(RunResult result) {
        BenchmarkParams params = result.getParams();
        String benchmark = params.getBenchmark();
        String name = benchmark.substring(benchmark.lastIndexOf('.', benchmark.lastIndexOf('.') - 1) + 1);
        return params.getParamsKeys().contains("kept") ? name + "." + params.getParam("kept") : name;
    }

    /// The winners of the lab's lottery, drawn once more without a database.
    static Path drawnWinners(Lab lab) throws IOException {
        Lottery lottery = lab.lottery();
        Path folder = lab.folder().resolve("drawn");
        if (!Files.exists(folder)) {
            Path table =
                    lottery.writePrizeTable(Files.createTempFile("prize-table", ".csv"), Lottery.pastDates(Plan.DRAWS));
            DrawnWinners.write(table, PrizeTable.Selection.ALL, lottery.subscribers(), folder);
        }
        return folder;
    }
}
