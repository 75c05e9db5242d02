package dev.windfall.bench.scenario;

import dev.windfall.bench.alternative.Alternative;
import dev.windfall.bench.lab.Lab;
import dev.windfall.bench.lab.Participant;
import dev.windfall.bench.lab.StatementCount;
import dev.windfall.bench.lab.Wrk;
import dev.windfall.bench.report.Measurements;
import dev.windfall.bench.scenario.Steady.Figure;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

/// Loads one participant while the others sleep, and takes down how it fares.
final class Turn {

    private static final Duration SETTLING = Duration.ofSeconds(1);

    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;

    /// By how much a subject has to have got faster to be loaded once more before its first turn.
    private static final double FASTER = 1.05;

    /// Of an answer that says that nothing has changed, its head included.
    private static final int MAX_UNCHANGED_BYTES = 2_000;

    private final Lab lab;
    private final Measurements<Figure> measurements;
    private final Wrk wrk;
    private final StatementCount statements;
    private Set<Long> polls = Set.of();

    Turn(Lab lab, Measurements<Figure> measurements) throws IOException {
        this.lab = lab;
        this.measurements = measurements;
        this.wrk = new Wrk(lab.folder());
        this.statements = lab.statements();
    }

    /// @param requests to be asked in any order
    /// @param unchanged whether all they are told is that they hold the page already
    record Subject(String name, Participant participant, Path requests, boolean unchanged) {}

    /// Loads it for as long as it gets faster by that, within reason: what is slow gets warm slowly.
    void warmUp(Subject subject) throws IOException, InterruptedException {
        subject.participant().resume();
        double perSecond = 0;
        boolean faster = true;
        for (int window = 0; faster && window < lab.plan().warmUps(); window++) {
            double now = wrk.run(
                            subject.participant().uri(),
                            subject.requests(),
                            lab.plan().warmUp())
                    .perSecond();
            faster = now > perSecond * FASTER;
            perSecond = now;
        }
        subject.participant().pause();
    }

    /// Learns which statements a node asks that nobody looks at: its polls, which count for no view.
    void watchIdle(Participant windfall) throws IOException, InterruptedException {
        windfall.resume();
        Thread.sleep(SETTLING);
        StatementCount.Calls before = statements.read();
        long beginNs = System.nanoTime();
        Thread.sleep(lab.plan().idle());
        double minutes = (System.nanoTime() - beginNs) / 60e9;
        StatementCount.Calls asked = statements.read().since(before);
        polls = asked.statements();
        measurements.add(Steady.IDLE, Figure.STATEMENTS_PER_MINUTE, asked.total() / minutes);
        windfall.pause();
    }

    void take(Subject subject) throws IOException, InterruptedException {
        take(subject, lab.plan().turn(), () -> {});
    }

    /// @param duration of what is measured
    /// @param meanwhile is done by somebody else from when that begins, who is waited for
    void take(Subject subject, Duration duration, Runnable meanwhile) throws IOException, InterruptedException {
        Participant participant = subject.participant();
        participant.resume();
        participant.requireAlive();
        wrk.check(participant.uri(), subject.requests(), SETTLING, subject.unchanged() ? NOT_MODIFIED : OK);
        long commands = storeCommands(subject);
        StatementCount.Calls before = statements.read();
        Duration program = participant.cpuTime();
        Duration database = lab.databaseTime();
        Thread other = Thread.ofVirtual().start(meanwhile);
        Wrk.Outcome outcome = wrk.run(participant.uri(), subject.requests(), duration);
        add(subject, Figure.PROGRAM_MICROS, micros(participant.cpuTime().minus(program), outcome));
        add(subject, Figure.DATABASE_MICROS, micros(lab.databaseTime().minus(database), outcome));
        StatementCount.Calls asked = statements.read().since(before);
        addStoreQuestions(subject, storeCommands(subject) - commands, outcome);
        other.join();
        participant.pause();
        see(subject, outcome);
        addViews(subject, outcome);
        addStatements(subject, asked, outcome);
    }

    /// That they were answered with what is said to be measured.
    private static void see(Subject subject, Wrk.Outcome outcome) {
        long bytes = outcome.bytes() / Math.max(1, outcome.views());
        boolean isSmall = bytes < MAX_UNCHANGED_BYTES;
        if (subject.unchanged() != isSmall) {
            throw new IllegalStateException("%s: %,d bytes an answer".formatted(subject.name(), bytes));
        }
    }

    private void addViews(Subject subject, Wrk.Outcome outcome) {
        add(subject, Figure.PER_SECOND, outcome.perSecond());
        add(subject, Figure.P50_MS, millis(outcome.p50()));
        add(subject, Figure.P95_MS, millis(outcome.p95()));
        add(subject, Figure.P99_MS, millis(outcome.p99()));
        add(subject, Figure.FAILED, (double) outcome.failed());
    }

    private void addStatements(Subject subject, StatementCount.Calls asked, Wrk.Outcome outcome) {
        double minutes = outcome.duration().toNanos() / 60e9;
        add(subject, Figure.STATEMENTS_PER_MINUTE, asked.total() / minutes);
        add(subject, Figure.ALL_STATEMENTS_PER_VIEW, (double) asked.total() / outcome.views());
        add(subject, Figure.STATEMENTS_PER_VIEW, (double) asked.without(polls).total() / outcome.views());
    }

    /// What Redis was asked so far. Of those that ask it: what the count itself asks is lost among that.
    private long storeCommands(Subject subject) {
        return asksRedis(subject) ? lab.redis().commands() : 0;
    }

    private static boolean asksRedis(Subject subject) {
        return subject.participant().alternative() == Alternative.REDIS;
    }

    private void addStoreQuestions(Subject subject, long commands, Wrk.Outcome outcome) {
        if (asksRedis(subject)) {
            double minutes = outcome.duration().toNanos() / 60e9;
            add(subject, Figure.STORE_QUESTIONS_PER_MINUTE, commands / minutes);
        }
    }

    private void add(Subject subject, Figure figure, double value) {
        measurements.add(subject.name(), figure, value);
    }

    private static double millis(Duration duration) {
        return duration.toNanos() / 1e6;
    }

    private static double micros(Duration cpu, Wrk.Outcome outcome) {
        return cpu.toNanos() / 1e3 / outcome.views();
    }
}
