package dev.windfall.bench.scenario;

import dev.windfall.bench.alternative.Alternative;
import dev.windfall.bench.lab.CpuTime;
import dev.windfall.bench.lab.Lab;
import dev.windfall.bench.lab.Pages;
import dev.windfall.bench.lab.Participant;
import dev.windfall.bench.lab.StatementCount;
import dev.windfall.bench.lab.Visitor;
import dev.windfall.bench.lab.Wrk;
import dev.windfall.bench.report.Measurements;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Subscribers taken at random look at their prizes, as many as the machine gives: the alternatives in turn, round by
/// round, while the others sleep.
public final class Steady {

    /// The unchanged page to who holds it already.
    public static final String UNCHANGED = "Windfall, unchanged (304)";

    /// The page of the same size that says the same to everybody.
    public static final String STATIC_BYTES = "Static page, bytes in memory";

    public static final String STATIC_FILE = "Static page, a file";

    /// A node that nobody looks at.
    public static final String IDLE = "Windfall, idle";

    private static final Duration IDLE_WATCHED = Duration.ofSeconds(20);
    private static final Duration SETTLING = Duration.ofSeconds(1);
    private static final int COMPARED = 100;
    private static final int IDENTICAL = 20;
    private static final int HOLDERS = 2_000;

    public enum Figure {
        PER_SECOND,
        P50_MS,
        P95_MS,
        P99_MS,
        START_S,
        PROGRAM_MICROS,
        DATABASE_MICROS,
        STATEMENTS_PER_MINUTE,
        ALL_STATEMENTS_PER_VIEW,
        STATEMENTS_PER_VIEW,
        FAILED,
        HEAP_BYTES,
        RESIDENT_BYTES,
        STORE_BYTES
    }

    /// What is loaded in turn.
    private record Subject(String name, Participant participant, Path requests) {}

    private final Lab lab;
    private final List<Alternative> alternatives;
    private final Wrk wrk;
    private final StatementCount statements;
    private final Measurements<Figure> measurements = new Measurements<>();
    private Set<Long> polls = Set.of();
    private int compared;
    private int pageBytes;

    /// @param alternatives Windfall among them
    public Steady(Lab lab, List<Alternative> alternatives) throws IOException {
        this.lab = lab;
        this.alternatives = List.copyOf(alternatives);
        this.wrk = new Wrk(lab.folder());
        this.statements = lab.statements();
    }

    /// @param figures by alternatives' titles and the names above
    /// @param compared how many answers were compared with the obvious query, all alternatives together
    public record Result(Measurements<Figure> figures, int compared, int pageBytes) {}

    public Result run() throws IOException, InterruptedException {
        List<Visitor> visitors = lab.visitors();
        saveStaticPage(visitors);
        Map<Alternative, Participant> participants = new EnumMap<>(Alternative.class);
        try {
            for (Alternative alternative : alternatives) {
                Participant participant = lab.start(alternative, 1);
                participants.put(alternative, participant);
                measurements.add(
                        alternative.title(),
                        Figure.START_S,
                        participant.startUp().toMillis() / 1e3);
                participant.pause();
            }
            compare(participants, visitors);
            List<Subject> subjects = subjects(participants, visitors);
            for (Subject subject : subjects) {
                warmUp(subject);
            }
            measureIdle(Objects.requireNonNull(participants.get(Alternative.WINDFALL)));
            for (int round = 0; round < lab.plan().rounds(); round++) {
                // nobody always comes first
                Collections.rotate(subjects, 1);
                for (Subject subject : subjects) {
                    measure(subject);
                }
                Progress.tell("round %d of %d is through", round + 1, lab.plan().rounds());
            }
            for (Participant participant : participants.values()) {
                weigh(participant);
            }
            compare(participants, visitors);
        } finally {
            for (Participant participant : participants.values()) {
                participant.close();
            }
        }
        return new Result(measurements, compared, pageBytes);
    }

    private void saveStaticPage(List<Visitor> visitors) throws IOException, InterruptedException {
        try (var windfall = lab.start(Alternative.WINDFALL, 1)) {
            String page = Pages.typical(Pages.of(windfall.uri(), visitors.subList(0, COMPARED)));
            Files.writeString(lab.staticPage(), page);
            pageBytes = Math.toIntExact(Files.size(lab.staticPage()));
        }
    }

    private List<Subject> subjects(Map<Alternative, Participant> participants, List<Visitor> visitors)
            throws IOException, InterruptedException {
        Path firstViews = Pages.firstViews(lab.folder().resolve("first-views"), Pages.PATH, visitors);
        List<Subject> subjects = new ArrayList<>();
        participants.forEach(
                (alternative, participant) -> subjects.add(new Subject(alternative.title(), participant, firstViews)));
        Participant windfall = Objects.requireNonNull(participants.get(Alternative.WINDFALL));
        windfall.resume();
        subjects.add(new Subject(
                UNCHANGED,
                windfall,
                Pages.repeatedViews(
                        lab.folder().resolve("repeated-views"), windfall.uri(), visitors.subList(0, HOLDERS))));
        windfall.pause();
        subjects.add(new Subject(
                STATIC_BYTES,
                windfall,
                Pages.firstViews(lab.folder().resolve("static-bytes"), "/prizes/static/bytes", visitors)));
        subjects.add(new Subject(
                STATIC_FILE,
                windfall,
                Pages.firstViews(
                        lab.folder().resolve("static-file"),
                        "/prizes/static/" + lab.staticPage().getFileName(),
                        visitors)));
        return subjects;
    }

    private void warmUp(Subject subject) throws IOException, InterruptedException {
        subject.participant().resume();
        wrk.run(subject.participant().uri(), subject.requests(), lab.plan().warmUp());
        subject.participant().pause();
    }

    private void measure(Subject subject) throws IOException, InterruptedException {
        Participant participant = subject.participant();
        participant.resume();
        wrk.run(participant.uri(), subject.requests(), SETTLING);
        Duration program = participant.cpuTime();
        Duration database = databaseTime();
        StatementCount.Calls before = statements.read();
        Wrk.Outcome outcome =
                wrk.run(participant.uri(), subject.requests(), lab.plan().turn());
        StatementCount.Calls asked = statements.read().since(before);
        add(subject, Figure.PER_SECOND, outcome.perSecond());
        add(subject, Figure.P50_MS, millis(outcome.p50()));
        add(subject, Figure.P95_MS, millis(outcome.p95()));
        add(subject, Figure.P99_MS, millis(outcome.p99()));
        add(subject, Figure.FAILED, (double) outcome.failed());
        add(subject, Figure.PROGRAM_MICROS, micros(participant.cpuTime().minus(program), outcome));
        add(subject, Figure.DATABASE_MICROS, micros(databaseTime().minus(database), outcome));
        add(
                subject,
                Figure.STATEMENTS_PER_MINUTE,
                asked.total() * 60e9 / outcome.duration().toNanos());
        add(subject, Figure.ALL_STATEMENTS_PER_VIEW, (double) asked.total() / outcome.views());
        add(subject, Figure.STATEMENTS_PER_VIEW, (double) asked.without(polls).total() / outcome.views());
        participant.pause();
    }

    /// By its polls alone.
    private void measureIdle(Participant windfall) throws IOException, InterruptedException {
        windfall.resume();
        Thread.sleep(SETTLING);
        StatementCount.Calls before = statements.read();
        long beginNs = System.nanoTime();
        Thread.sleep(IDLE_WATCHED);
        double minutes = (System.nanoTime() - beginNs) / 60e9;
        StatementCount.Calls asked = statements.read().since(before);
        polls = asked.statements();
        measurements.add(IDLE, Figure.STATEMENTS_PER_MINUTE, asked.total() / minutes);
        windfall.pause();
    }

    private void add(Subject subject, Figure figure, double value) {
        measurements.add(subject.name(), figure, value);
    }

    /// Of PostgreSQL and Redis.
    private Duration databaseTime() throws IOException {
        return CpuTime.ofTree(lab.postgres().process())
                .plus(CpuTime.ofTree(lab.redis().process()));
    }

    private static double millis(Duration duration) {
        return duration.toNanos() / 1e6;
    }

    private static double micros(Duration cpu, Wrk.Outcome outcome) {
        return cpu.toNanos() / 1e3 / outcome.views();
    }

    private void weigh(Participant participant) throws IOException, InterruptedException {
        participant.resume();
        String title = participant.alternative().title();
        measurements.add(title, Figure.HEAP_BYTES, (double) participant.heapBytes());
        measurements.add(
                title, Figure.RESIDENT_BYTES, (double) participant.node().residentBytes());
        measurements.add(
                title,
                Figure.STORE_BYTES,
                participant.alternative() == Alternative.REDIS
                        ? (double) lab.redis().usedBytes()
                        : 0);
        participant.pause();
    }

    /// Each alternative gives the same prizes as the obvious query, and the same page as all others, byte by byte.
    private void compare(Map<Alternative, Participant> participants, List<Visitor> visitors)
            throws IOException, InterruptedException {
        List<String> expected = List.of();
        for (Alternative alternative : alternatives) {
            Participant participant = Objects.requireNonNull(participants.get(alternative));
            participant.resume();
            compared += lab.correctness().check(participant.uri(), visitors.subList(0, COMPARED));
            List<String> pages = Pages.of(participant.uri(), visitors.subList(0, IDENTICAL)).stream()
                    .map(Pages::unmasked)
                    .toList();
            participant.pause();
            if (!expected.isEmpty() && !pages.equals(expected)) {
                throw new IllegalStateException("%s shows another page: %s"
                        .formatted(alternative.title(), Pages.firstDifference(expected, pages)));
            }
            expected = pages;
        }
    }
}
