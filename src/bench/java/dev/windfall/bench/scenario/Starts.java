package dev.windfall.bench.scenario;

import dev.windfall.bench.lab.Correctness;
import dev.windfall.bench.lab.DemoLottery;
import dev.windfall.bench.lab.Lab;
import dev.windfall.bench.lab.NodeProcess;
import dev.windfall.bench.lab.Packaged;
import dev.windfall.bench.lab.Visitor;
import dev.windfall.bench.report.Measurements;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// The packaged program, from the start of its process until it can serve: on the whole lottery, and with the demo on
/// the embedded database.
public final class Starts {

    public static final String LOTTERY = "the lottery, `java -jar windfall.jar`";
    public static final String LOTTERY_AOT = "the lottery, with the JDK's ahead-of-time cache";
    public static final String DEMO_FIRST =
            "the demo, first start with that cache: its database is created and half a year is drawn";
    public static final String DEMO = "the demo, `java -jar windfall.jar`";
    public static final String DEMO_AOT = "the demo, with the JDK's ahead-of-time cache";

    private static final int COMPARED = 20;

    public enum Figure {
        START_S
    }

    private final Lab lab;
    private final Path folder;
    private final Measurements<Figure> measurements = new Measurements<>();
    private int compared;

    public Starts(Lab lab) throws IOException {
        this.lab = lab;
        this.folder = Files.createDirectories(lab.folder().resolve("starts"));
    }

    /// @param figures by the names above
    /// @param compared how many answers were compared with the obvious query
    public record Result(Measurements<Figure> figures, int compared) implements Serializable {}

    public Result run() throws IOException, InterruptedException {
        Packaged jar = lab.program().inOnePiece();
        Packaged cached = lab.program();
        List<Visitor> sample = lab.visitors().subList(0, COMPARED);
        var demo = DemoLottery.in(Files.createTempDirectory(folder, "demo"));
        startDemo(cached, demo, DEMO_FIRST);
        for (int round = 0; round < lab.plan().starts(); round++) {
            startLottery(jar, LOTTERY, sample);
            startLottery(cached, LOTTERY_AOT, sample);
            startDemo(jar, demo, DEMO);
            startDemo(cached, demo, DEMO_AOT);
        }
        return new Result(measurements, compared);
    }

    private void startLottery(Packaged program, String name, List<Visitor> sample)
            throws IOException, InterruptedException {
        try (var node = program.start(lab.packagedSettings(), folder.resolve("lottery.log"))) {
            add(name, node.awaitReady());
            compared += lab.correctness().check(node.uri(), sample);
        }
    }

    private void startDemo(Packaged program, DemoLottery demo, String name) throws IOException, InterruptedException {
        try (NodeProcess node = program.start(demo.settings(), folder.resolve("demo.log"))) {
            add(name, node.awaitReady());
            compared += new Correctness(demo.databaseUrl()).checkTold(node.uri(), DemoLottery.signIn(node.uri()));
        }
    }

    private void add(String name, Duration took) {
        measurements.add(name, Figure.START_S, took.toMillis() / 1e3);
    }
}
