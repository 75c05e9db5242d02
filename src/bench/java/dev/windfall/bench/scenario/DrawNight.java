package dev.windfall.bench.scenario;

import dev.windfall.bench.alternative.Alternative;
import dev.windfall.bench.lab.Arrivals;
import dev.windfall.bench.lab.Correctness;
import dev.windfall.bench.lab.Desk.DrawFiles;
import dev.windfall.bench.lab.Lab;
import dev.windfall.bench.lab.Lottery;
import dev.windfall.bench.lab.NodeProcess;
import dev.windfall.bench.lab.Pages;
import dev.windfall.bench.lab.Participant;
import dev.windfall.bench.lab.Visitor;
import dev.windfall.bench.lab.Wrk;
import dev.windfall.bench.report.Measurements;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// A quiet hour, then a draw is imported and published, and everybody looks at once.
///
/// Subscribers come at a steady rate, and at three times that rate from the publication on, until all nodes show the
/// draw and a little longer.
public final class DrawNight {

    private static final LocalDate TONIGHT = Lottery.TODAY;
    private static final int NODES = 2;
    /// How many times as many come once a draw is published.
    public static final int RUSH = 3;
    private static final int COMPARED = 100;
    private static final Duration AFTERWARDS = Duration.ofSeconds(5);

    /// Who doesn't show a draw by then is not waited for.
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    public enum Figure {
        QUIET_P50_MS,
        QUIET_P99_MS,
        NIGHT_P50_MS,
        NIGHT_P99_MS,
        VIEWS,
        FAILED,
        IMPORT_S,
        SHOWN_BY_ALL_S
    }

    private final Lab lab;
    private final Measurements<Figure> measurements = new Measurements<>();
    private int compared;

    public DrawNight(Lab lab) {
        this.lab = lab;
    }

    /// @param figures by alternatives' titles
    /// @param compared how many answers were compared with the obvious query
    public record Result(Measurements<Figure> figures, int compared) implements Serializable {

        /// Those of several alternatives.
        public static Result of(List<Result> results) {
            var figures = new Measurements<Figure>();
            results.forEach(result -> figures.addAll(result.figures()));
            return new Result(
                    figures, results.stream().mapToInt(Result::compared).sum());
        }
    }

    /// The nights of one alternative.
    public Result run(Alternative alternative) throws IOException, InterruptedException {
        List<Visitor> visitors = lab.visitors();
        Path views = Pages.firstViews(lab.folder().resolve("night-views"), Pages.PATH, visitors);
        try (var participant = lab.start(alternative, NODES)) {
            new Wrk(lab.folder()).run(participant.uri(), views, lab.plan().warmUp());
            for (int night = 0; night < lab.plan().nights(); night++) {
                spend(participant, visitors, night);
            }
        }
        return new Result(measurements, compared);
    }

    private void spend(Participant participant, List<Visitor> visitors, int night)
            throws IOException, InterruptedException {
        Alternative alternative = participant.alternative();
        int perSecond = lab.plan().viewsPerSecond();
        // who is compared at the end has not looked before, so that what others keep for him is not what he sees
        int someoneElse = visitors.size() - COMPARED * lab.plan().nights();
        List<Visitor> sample = visitors.subList(someoneElse + COMPARED * night, someoneElse + COMPARED * (night + 1));
        List<Visitor> rush = visitors.subList(0, someoneElse);
        DrawFiles draw = lab.desk().simulate(TONIGHT);
        try (var arrivals = Arrivals.at(participant.uri().resolve(Pages.PATH), rush, perSecond)) {
            long quietNs = System.nanoTime();
            Thread.sleep(lab.plan().quiet());
            long importNs = System.nanoTime();
            lab.desk().importDraw(draw);
            Visitor winner = lab.desk().winnerAmong(rush);
            see(participant, winner);
            long publishNs = System.nanoTime();
            add(alternative, Figure.IMPORT_S, (publishNs - importNs) / 1e9);
            arrivals.come(RUSH * perSecond);
            lab.desk().publish(TONIGHT);
            add(alternative, Figure.SHOWN_BY_ALL_S, shownByAll(participant, winner));
            Thread.sleep(AFTERWARDS);
            long endNs = System.nanoTime();
            arrivals.end();
            add(alternative, arrivals.served(quietNs, importNs), arrivals.served(importNs, endNs));
            compared += lab.correctness().check(participant.uri(), sample);
            lab.desk().withdraw(TONIGHT);
            double _ = shownByAll(participant, winner);
        }
    }

    /// Looks once at each node, as he will have done who reloads.
    private void see(Participant participant, Visitor winner) throws InterruptedException {
        for (NodeProcess node : participant.nodes()) {
            boolean _ = lab.correctness().agrees(node.uri(), winner);
        }
    }

    /// @return seconds from the publication until the last node shows a winner what he won
    private double shownByAll(Participant participant, Visitor winner) throws InterruptedException {
        long publishedNs = System.nanoTime();
        Correctness correctness = lab.correctness();
        List<NodeProcess> behind = new ArrayList<>(participant.nodes());
        while (!behind.isEmpty()) {
            if (System.nanoTime() - publishedNs > PATIENCE.toNanos()) {
                throw new IllegalStateException("%s does not show the draw".formatted(participant.alternative()));
            }
            Thread.sleep(10);
            if (correctness.agrees(behind.getFirst().uri(), winner)) {
                behind.removeFirst();
            }
        }
        return (System.nanoTime() - publishedNs) / 1e9;
    }

    private void add(Alternative alternative, Arrivals.Served quiet, Arrivals.Served night) {
        add(alternative, Figure.QUIET_P50_MS, millis(quiet.p50()));
        add(alternative, Figure.QUIET_P99_MS, millis(quiet.p99()));
        add(alternative, Figure.NIGHT_P50_MS, millis(night.p50()));
        add(alternative, Figure.NIGHT_P99_MS, millis(night.p99()));
        add(alternative, Figure.VIEWS, quiet.views() + night.views());
        add(alternative, Figure.FAILED, (double) (quiet.failed() + night.failed()));
    }

    private void add(Alternative alternative, Figure figure, double value) {
        measurements.add(alternative.title(), figure, value);
    }

    private static double millis(Duration duration) {
        return duration.toNanos() / 1e6;
    }
}
