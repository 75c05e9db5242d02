package dev.windfall.bench.scenario;

import dev.windfall.bench.alternative.Alternative;
import dev.windfall.bench.lab.Lab;
import dev.windfall.bench.lab.NodeProcess;
import dev.windfall.bench.lab.Pages;
import dev.windfall.bench.lab.Participant;
import dev.windfall.bench.lab.Participants;
import dev.windfall.bench.lab.Progress;
import dev.windfall.bench.report.Measurements;
import dev.windfall.bench.report.Samples;
import dev.windfall.bench.scenario.Turn.Subject;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.jspecify.annotations.Nullable;

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

    public enum Figure {
        PER_SECOND,
        P50_MS,
        P95_MS,
        P99_MS,
        START_S,
        PROGRAM_MICROS,
        DATABASE_MICROS,
        STATEMENTS_PER_MINUTE,
        STORE_QUESTIONS_PER_MINUTE,
        ALL_STATEMENTS_PER_VIEW,
        STATEMENTS_PER_VIEW,
        FAILED,
        HEAP_BYTES,
        RESIDENT_BYTES,
        STORE_BYTES
    }

    /// By which each round has an order of its own, the same in each run.
    private static final long ORDER = 2026;

    private final Lab lab;
    private final List<Alternative> alternatives;
    private final boolean besideStaticPages;
    private final Measurements<Figure> measurements = new Measurements<>();
    private final Turn turn;
    private final SameAnswers sameAnswers;

    private Steady(Lab lab, List<Alternative> alternatives, boolean besideStaticPages) throws IOException {
        this.lab = lab;
        this.alternatives = List.copyOf(alternatives);
        this.besideStaticPages = besideStaticPages;
        this.turn = new Turn(lab, measurements);
        this.sameAnswers = new SameAnswers(lab);
    }

    /// @param alternatives Windfall among them
    public static Steady of(Lab lab, List<Alternative> alternatives) throws IOException {
        return new Steady(lab, alternatives, false);
    }

    /// With the ceiling beside them: pages that say the same to everybody.
    ///
    /// @param alternatives Windfall among them
    public static Steady besideStaticPages(Lab lab, List<Alternative> alternatives) throws IOException {
        return new Steady(lab, alternatives, true);
    }

    /// @param figures by alternatives' titles and the names above
    /// @param compared how many answers were compared with the obvious query, all alternatives together
    /// @param pageBytes of the static page, if there was one
    public record Result(Measurements<Figure> figures, int compared, int pageBytes) implements Serializable {

        /// What a page takes of the processors, the database's part included.
        public Samples processorMicros(String title) {
            return figures.of(title, Figure.PROGRAM_MICROS).plus(figures.of(title, Figure.DATABASE_MICROS));
        }
    }

    public Result run() throws IOException, InterruptedException {
        try (var participants = Participants.start(lab, alternatives);
                var ceiling = besideStaticPages ? Ceiling.over(lab) : null) {
            check(participants, ceiling);
            measure(participants, ceiling);
            for (Participant participant : participants.all()) {
                weigh(participant);
            }
            check(participants, ceiling);
            return ceiling == null
                    ? new Result(measurements, sameAnswers.compared(), 0)
                    : new Result(measurements, sameAnswers.compared() + ceiling.compared(), ceiling.pageBytes());
        }
    }

    private void check(Participants participants, @Nullable Ceiling ceiling) throws IOException, InterruptedException {
        sameAnswers.check(participants, lab.visitors());
        if (ceiling != null) {
            ceiling.check();
        }
    }

    private void measure(Participants participants, @Nullable Ceiling ceiling)
            throws IOException, InterruptedException {
        List<Subject> subjects = firstViews(participants);
        if (ceiling != null) {
            subjects.addAll(ceiling.subjects());
        }
        for (Subject subject : subjects) {
            turn.warmUp(subject);
        }
        turn.watchIdle(participants.of(Alternative.WINDFALL));
        var order = new Random(ORDER);
        for (int round = 0; round < lab.plan().rounds(); round++) {
            // nobody always comes first, or after the same one
            Collections.shuffle(subjects, order);
            if (ceiling != null) {
                ceiling.visit();
            }
            for (Subject subject : subjects) {
                turn.take(subject);
            }
            Progress.tell("round %d of %d is through", round + 1, lab.plan().rounds());
        }
    }

    private List<Subject> firstViews(Participants participants) throws IOException, InterruptedException {
        Path views = Pages.firstViews(lab.folder().resolve("first-views"), Pages.PATH, lab.visitors());
        List<Subject> subjects = new ArrayList<>();
        for (Participant participant : participants.all()) {
            subjects.add(new Subject(participant.alternative().title(), participant, views, false));
        }
        return subjects;
    }

    /// What an alternative needs beside its nodes and the database; empty for those that need nothing.
    private OptionalDouble storeBytes(Participant participant) throws IOException {
        if (participant.alternative() == Alternative.REDIS) {
            return OptionalDouble.of((double) lab.redis().usedBytes());
        }
        double bytes = 0;
        for (NodeProcess companion : participant.companions()) {
            bytes += companion.residentBytes();
        }
        return bytes == 0 ? OptionalDouble.empty() : OptionalDouble.of(bytes);
    }

    private void weigh(Participant participant) throws IOException, InterruptedException {
        participant.resume();
        String title = participant.alternative().title();
        measurements.add(title, Figure.START_S, participant.startUp().toMillis() / 1e3);
        measurements.add(title, Figure.HEAP_BYTES, (double) participant.heapBytes());
        measurements.add(
                title, Figure.RESIDENT_BYTES, (double) participant.node().residentBytes());
        storeBytes(participant).ifPresent(bytes -> measurements.add(title, Figure.STORE_BYTES, bytes));
        participant.pause();
    }
}
