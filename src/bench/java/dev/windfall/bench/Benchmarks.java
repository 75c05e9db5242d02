package dev.windfall.bench;

import dev.windfall.bench.alternative.Alternative;
import dev.windfall.bench.document.DeliveriesDocument;
import dev.windfall.bench.document.Document;
import dev.windfall.bench.document.Results;
import dev.windfall.bench.lab.Checkpoints;
import dev.windfall.bench.lab.Lab;
import dev.windfall.bench.lab.Machine;
import dev.windfall.bench.lab.Packaged;
import dev.windfall.bench.lab.Postgres;
import dev.windfall.bench.lab.Progress;
import dev.windfall.bench.lab.Redis;
import dev.windfall.bench.scenario.Deliveries;
import dev.windfall.bench.scenario.DrawNight;
import dev.windfall.bench.scenario.Footprint;
import dev.windfall.bench.scenario.Growth;
import dev.windfall.bench.scenario.Monitoring;
import dev.windfall.bench.scenario.Parts;
import dev.windfall.bench.scenario.Profile;
import dev.windfall.bench.scenario.Starts;
import dev.windfall.bench.scenario.Steady;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.util.FileSystemUtils;

/// Measures and writes down. Takes `full` or `short`; `deliveries` for another document; or `document`, which writes
/// down once more what the last full run has measured.
public final class Benchmarks {

    private static final Path FOLDER = Path.of("target", "benchmarks").toAbsolutePath();

    private Benchmarks() {}

    public static void main(String[] args) throws Exception {
        // figures are written as the document's language has them, whoever runs it
        Locale.setDefault(Locale.ENGLISH);
        if (args[0].equals("document")) {
            write((Results) Checkpoints.last(last("full")));
            return;
        }
        if (args[0].equals("deliveries")) {
            measureDeliveries();
            return;
        }
        var plan = Plan.named(args[0]);
        Path folder = Files.createDirectories(FOLDER.resolve(plan.name()));
        var machine = Machine.look();
        machine.requireRoom(folder, plan.diskBytes(), plan.memoryBytes());
        try (var postgres = Postgres.start(folder.resolve("database"));
                var redis = Redis.start(folder.resolve("redis"))) {
            var checkpoints = checkpoints(folder.resolve("results"));
            long beginNs = System.nanoTime();
            Results results = measure(plan, folder, machine, postgres, redis, checkpoints);
            checkpoints.end(results, last(plan.name()));
            write(results);
            Progress.tell(
                    "that took %d minutes",
                    Duration.ofNanos(System.nanoTime() - beginNs).toMinutes());
        }
    }

    private static void measureDeliveries() throws Exception {
        Path folder = Files.createDirectories(FOLDER.resolve("deliveries"));
        try (var postgres = Postgres.start(folder.resolve("database"))) {
            var program = Packaged.withAheadOfTimeCache(folder.resolve("program"));
            Deliveries.Result result = new Deliveries(program, folder, postgres).run();
            Path written = DeliveriesDocument.write(
                    result,
                    Packaged.commit(),
                    LocalDate.now(ZoneOffset.UTC),
                    Machine.look(),
                    postgres.description(),
                    Path.of("docs"));
            System.out.println(Files.readString(written));
        }
    }

    /// Of a program with changes nobody knows whether it is still the one that was measured before.
    private static Checkpoints checkpoints(Path results) throws IOException {
        Path folder = results.resolve(Packaged.commit());
        if (Packaged.isChanged()) {
            FileSystemUtils.deleteRecursively(folder);
        }
        return new Checkpoints(folder);
    }

    private static Path last(String plan) {
        return FOLDER.resolve(plan).resolve("last-results");
    }

    /// What is quoted is measured in full; a short run is for trying.
    private static void write(Results results) throws IOException {
        boolean isQuoted = !results.plan().isTrial();
        Path written = Document.write(
                results,
                isQuoted ? Path.of("docs") : FOLDER.resolve(results.plan().name()));
        if (isQuoted) {
            Document.quote(results, Path.of("README.md"));
        }
        Progress.tell("written to %s", written);
        System.out.println(Files.readString(written));
    }

    private static Results measure(
            Plan plan, Path folder, Machine machine, Postgres postgres, Redis redis, Checkpoints checkpoints)
            throws Exception {
        var program = Packaged.withAheadOfTimeCache(folder.resolve("program"));
        try (var lab = Lab.open(plan, folder, postgres, redis, program)) {
            var steady = checkpoints.result(
                    "views",
                    () -> Steady.besideStaticPages(lab, plan.compared()).run());
            var monitoring = checkpoints.result("monitoring", () -> new Monitoring(lab).run());
            var nights = drawNights(lab, checkpoints);
            var starts = checkpoints.result("starts", () -> new Starts(lab).run());
            var parts = checkpoints.result("parts", () -> new Parts(lab).run());
            var footprint = checkpoints.result("footprint", () -> new Footprint(lab).run());
            var profile = checkpoints.result("profile", () -> new Profile(lab).run());
            var growth = new Growth(lab, checkpoints).run(steady);
            return new Results(
                    Packaged.commit(),
                    LocalDate.now(ZoneOffset.UTC),
                    plan,
                    machine,
                    postgres.description(),
                    steady,
                    monitoring,
                    nights,
                    starts,
                    growth,
                    parts,
                    footprint,
                    profile);
        }
    }

    private static DrawNight.Result drawNights(Lab lab, Checkpoints checkpoints) throws Exception {
        List<DrawNight.Result> results = new ArrayList<>();
        for (Alternative alternative : lab.plan().nightly()) {
            results.add(checkpoints.result("nights-" + alternative.key(), () -> new DrawNight(lab).run(alternative)));
        }
        return DrawNight.Result.of(results);
    }
}
