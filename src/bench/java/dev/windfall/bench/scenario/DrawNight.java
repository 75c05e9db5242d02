package dev.windfall.bench.scenario;

import dev.windfall.Oracle;
import dev.windfall.bench.alternative.Alternative;
import dev.windfall.bench.lab.Arrivals;
import dev.windfall.bench.lab.Clerk;
import dev.windfall.bench.lab.Correctness;
import dev.windfall.bench.lab.Lab;
import dev.windfall.bench.lab.Lottery;
import dev.windfall.bench.lab.NodeProcess;
import dev.windfall.bench.lab.Pages;
import dev.windfall.bench.lab.Pages.Held;
import dev.windfall.bench.lab.Participant;
import dev.windfall.bench.lab.StatementCount;
import dev.windfall.bench.lab.Visitor;
import dev.windfall.bench.lab.Wrk;
import dev.windfall.bench.report.Measurements;
import dev.windfall.bench.report.Samples;
import java.io.IOException;
import java.io.Serializable;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// A quiet hour, then a draw is imported and published, and everybody looks at once.
///
/// Subscribers come at a steady rate, and at three times that rate from the publication on, first of all those who have
/// looked before. The rush is watched for as long with everybody, however late he shows the draw.
public final class DrawNight {

    private static final LocalDate TONIGHT = Lottery.TODAY;
    private static final int NODES = 2;
    /// How many times as many come once a draw is published.
    public static final int RUSH = 3;
    private static final int COMPARED = 100;

    /// Of whom is seen that they are sent the new page.
    private static final int HOLDERS = 100;

    /// In which whoever makes the load gets warm.
    private static final Duration BEFOREHAND = Duration.ofSeconds(5);

    /// How long the rush is watched from the publication on.
    public static final Duration WATCHED = Duration.ofSeconds(10);

    /// Who doesn't show a draw by then is not waited for.
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    public enum Figure {
        QUIET_P50_MS,
        QUIET_P99_MS,
        IMPORT_P99_MS,
        PUBLICATION_P99_MS,
        NIGHT_P50_MS,
        NIGHT_P95_MS,
        NIGHT_P99_MS,
        PROGRAM_CPU_S,
        DATABASE_CPU_S,
        STATEMENTS_PER_MINUTE,
        VIEWS,
        FAILED,
        IMPORT_S,
        SHOWN_BY_ALL_S,
        DRAWS_LOADED
    }

    private final Lab lab;
    private final StatementCount statements;
    private final Measurements<Figure> measurements = new Measurements<>();
    private int compared;

    public DrawNight(Lab lab) {
        this.lab = lab;
        this.statements = lab.statements();
    }

    /// @param figures by alternatives' titles
    /// @param compared how many answers were compared with the obvious query
    public record Result(Measurements<Figure> figures, int compared) implements Serializable {

        /// A latency of each night against the p99 of the quiet time before.
        public Samples againstQuiet(Alternative alternative, Figure latency) {
            String title = alternative.title();
            return figures.of(title, latency).over(figures.of(title, Figure.QUIET_P99_MS));
        }

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
        lab.oneTable().fillAtImports(alternative.asksOneTable());
        try {
            spendAll(alternative);
        } finally {
            lab.oneTable().fillAtImports(false);
        }
        return new Result(measurements, compared);
    }

    private void spendAll(Alternative alternative) throws IOException, InterruptedException {
        List<Visitor> visitors = lab.visitors();
        int nights = lab.plan().nights(alternative);
        // who is waited for, and compared at the end, has not looked in any night before, so that what others keep
        // for him is not what he sees
        int others = visitors.size() - COMPARED * nights;
        List<Visitor> rush = visitors.subList(0, others);
        Path views = Pages.firstViews(lab.folder().resolve("night-views"), Pages.PATH, rush);
        try (var clerk = lab.clerk();
                var participant = lab.start(alternative, NODES)) {
            new Wrk(lab.folder()).run(participant.uri(), views, lab.plan().warmUp());
            for (int night = 0; night < nights; night++) {
                int first = others + COMPARED * night;
                List<Visitor> fresh = visitors.subList(first, first + COMPARED);
                Visitor winner = spend(participant, clerk, rush, fresh);
                for (NodeProcess node : participant.nodes()) {
                    compared += lab.correctness().check(node.uri(), fresh);
                }
                lab.desk().withdraw(TONIGHT);
                awaitShown(participant, winner);
                if (alternative.asksOneTable()) {
                    lab.oneTable().tidy();
                }
            }
        }
    }

    /// @param fresh some who have never looked
    /// @return one of them, who won
    private Visitor spend(Participant participant, Clerk clerk, List<Visitor> rush, List<Visitor> fresh)
            throws IOException, InterruptedException {
        Alternative alternative = participant.alternative();
        int perSecond = lab.plan().viewsPerSecond();
        lab.desk().simulate(TONIGHT);
        // no night has what the one before left, or who came before
        lab.desk().checkpoint();
        long beginNs = System.nanoTime();
        try (var arrivals = Arrivals.at(participant.uri().resolve(Pages.PATH), rush, perSecond)) {
            Thread.sleep(BEFOREHAND);
            long quietNs = System.nanoTime();
            Thread.sleep(lab.plan().quiet());
            long importNs = System.nanoTime();
            Cost before = cost(participant);
            clerk.importDraw(TONIGHT);
            add(alternative, Figure.IMPORT_S, secondsSince(importNs));
            Visitor winner = lab.desk().winnerAmong(fresh);
            // looks once before, as who reloads will have done
            awaitShown(participant, winner);
            List<Held> holders = arrivals.holders(HOLDERS);
            long copies = statements.copiesOut();
            long publishNs = System.nanoTime();
            arrivals.comeAgain(RUSH * perSecond);
            lab.desk().publish(TONIGHT);
            long publishedNs = System.nanoTime();
            awaitShown(participant, winner);
            add(alternative, Figure.SHOWN_BY_ALL_S, secondsSince(publishedNs));
            long watchedNs = publishNs + WATCHED.toNanos();
            Thread.sleep(Duration.ofNanos(Math.max(0, watchedNs - System.nanoTime())));
            addCost(alternative, participant, before);
            arrivals.end();
            compared += awaitNewPages(participant, holders);
            add(alternative, Figure.DRAWS_LOADED, (double) (statements.copiesOut() - copies) / NODES);
            addViews(
                    alternative,
                    arrivals.served(quietNs, importNs),
                    arrivals.served(importNs, publishNs),
                    arrivals.served(publishNs, watchedNs),
                    arrivals.served(importNs, watchedNs));
            add(alternative, Figure.FAILED, (double)
                    arrivals.served(beginNs, System.nanoTime()).failed());
            return winner;
        }
    }

    /// What a night has taken so far.
    ///
    /// @param program of the loaded node and of what it needs beside it
    private record Cost(long atNs, Duration program, Duration database, StatementCount.Calls statements) {}

    private Cost cost(Participant participant) throws IOException {
        return new Cost(System.nanoTime(), participant.cpuTime(), lab.databaseTime(), statements.read());
    }

    private void addCost(Alternative alternative, Participant participant, Cost before) throws IOException {
        Cost now = cost(participant);
        double minutes = (now.atNs() - before.atNs()) / 60e9;
        add(alternative, Figure.PROGRAM_CPU_S, seconds(now.program().minus(before.program())));
        add(alternative, Figure.DATABASE_CPU_S, seconds(now.database().minus(before.database())));
        add(
                alternative,
                Figure.STATEMENTS_PER_MINUTE,
                now.statements().since(before.statements()).total() / minutes);
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    private static double secondsSince(long beginNs) {
        return (System.nanoTime() - beginNs) / 1e9;
    }

    /// Waits until all nodes show a visitor what he won.
    private void awaitShown(Participant participant, Visitor winner) throws InterruptedException {
        long beginNs = System.nanoTime();
        Correctness correctness = lab.correctness();
        List<Oracle.Prize> prizes = correctness.prizes(winner);
        List<NodeProcess> behind = new ArrayList<>(participant.nodes());
        try (var client = HttpClient.newHttpClient()) {
            while (!behind.isEmpty()) {
                if (System.nanoTime() - beginNs > PATIENCE.toNanos()) {
                    throw new IllegalStateException("%s does not show the draw".formatted(participant.alternative()));
                }
                if (correctness.shows(client, behind.getFirst().uri(), winner, prizes)) {
                    behind.removeFirst();
                } else {
                    Thread.sleep(10);
                }
            }
        }
    }

    /// Waits until those who hold the page of before are sent the new one. Whoever goes on being told that nothing has
    /// changed never sees it.
    ///
    /// @return how many there were
    private int awaitNewPages(Participant participant, List<Held> holders) throws IOException, InterruptedException {
        long beginNs = System.nanoTime();
        for (Held holder : holders) {
            List<Oracle.Prize> prizes = lab.correctness().prizes(holder.visitor());
            while (!lab.correctness().showsAnew(participant.uri(), holder, prizes)) {
                if (System.nanoTime() - beginNs > PATIENCE.toNanos()) {
                    throw new IllegalStateException("%s does not show the draw to who holds the page"
                            .formatted(participant.alternative().title()));
                }
                Thread.sleep(10);
            }
        }
        return holders.size();
    }

    private void addViews(
            Alternative alternative,
            Arrivals.Served quiet,
            Arrivals.Served atImport,
            Arrivals.Served atPublication,
            Arrivals.Served night) {
        add(alternative, Figure.QUIET_P50_MS, millis(quiet.p50()));
        add(alternative, Figure.QUIET_P99_MS, millis(quiet.p99()));
        add(alternative, Figure.IMPORT_P99_MS, millis(atImport.p99()));
        add(alternative, Figure.PUBLICATION_P99_MS, millis(atPublication.p99()));
        add(alternative, Figure.NIGHT_P50_MS, millis(night.p50()));
        add(alternative, Figure.NIGHT_P95_MS, millis(night.p95()));
        add(alternative, Figure.NIGHT_P99_MS, millis(night.p99()));
        add(alternative, Figure.VIEWS, quiet.views() + night.views());
    }

    private void add(Alternative alternative, Figure figure, double value) {
        measurements.add(alternative.title(), figure, value);
    }

    private static double millis(Duration duration) {
        return duration.toNanos() / 1e6;
    }
}
