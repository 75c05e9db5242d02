package dev.windfall.bench.scenario;

import dev.windfall.bench.alternative.Alternative;
import dev.windfall.bench.lab.Lab;
import dev.windfall.bench.lab.NodeProcess;
import dev.windfall.bench.lab.Pages;
import dev.windfall.bench.lab.Participant;
import dev.windfall.bench.lab.Participants;
import dev.windfall.bench.lab.Progress;
import dev.windfall.bench.lab.Visitor;
import dev.windfall.bench.report.Measurements;
import dev.windfall.bench.scenario.Turn.Subject;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;

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

    /// Out of whose pages the static one is taken.
    private static final int SAMPLE = 100;

    private static final int HOLDERS = 500;

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
    public record Result(Measurements<Figure> figures, int compared, int pageBytes) implements Serializable {}

    public Result run() throws IOException, InterruptedException {
        List<Visitor> visitors = lab.visitors();
        try (var participants = Participants.start(lab, alternatives)) {
            sameAnswers.check(participants, visitors);
            List<Subject> subjects = subjects(participants, visitors);
            for (Subject subject : subjects) {
                turn.warmUp(subject);
            }
            turn.watchIdle(participants.of(Alternative.WINDFALL));
            for (int round = 0; round < lab.plan().rounds(); round++) {
                // nobody always comes first
                Collections.rotate(subjects, 1);
                if (besideStaticPages) {
                    visit(participants.of(Alternative.WINDFALL), visitors);
                }
                for (Subject subject : subjects) {
                    turn.take(subject);
                }
                Progress.tell("round %d of %d is through", round + 1, lab.plan().rounds());
            }
            for (Participant participant : participants.all()) {
                weigh(participant);
            }
            sameAnswers.check(participants, visitors);
        }
        return new Result(measurements, sameAnswers.compared(), pageBytes());
    }

    /// Nodes serve it from now on.
    private void saveStaticPage(Participant windfall, List<Visitor> visitors) throws IOException, InterruptedException {
        String page = Pages.typical(Pages.of(windfall.uri(), visitors.subList(0, SAMPLE)));
        Files.writeString(lab.staticPage(), page);
    }

    private int pageBytes() throws IOException {
        return besideStaticPages ? Math.toIntExact(Files.size(lab.staticPage())) : 0;
    }

    private List<Subject> subjects(Participants participants, List<Visitor> visitors)
            throws IOException, InterruptedException {
        List<Subject> subjects = new ArrayList<>();
        Path firstViews = Pages.firstViews(lab.folder().resolve("first-views"), Pages.PATH, visitors);
        for (Participant participant : participants.all()) {
            subjects.add(new Subject(participant.alternative().title(), participant, firstViews, false));
        }
        if (besideStaticPages) {
            addStaticPages(subjects, participants.of(Alternative.WINDFALL), visitors);
        }
        return subjects;
    }

    private void addStaticPages(List<Subject> subjects, Participant windfall, List<Visitor> visitors)
            throws IOException, InterruptedException {
        subjects.add(new Subject(UNCHANGED, windfall, visit(windfall, visitors), true));
        windfall.resume();
        saveStaticPage(windfall, visitors);
        subjects.add(new Subject(STATIC_BYTES, windfall, staticViews(windfall, "bytes", visitors), false));
        String file = lab.staticPage().getFileName().toString();
        subjects.add(new Subject(STATIC_FILE, windfall, staticViews(windfall, file, visitors), false));
        windfall.pause();
    }

    /// Has some visitors look at the page, so that they hold it as it is now. Browsers were told about their last visit
    /// some minutes ago at most, and so are these, before each round.
    ///
    /// @return what they ask when they look again
    private Path visit(Participant windfall, List<Visitor> visitors) throws IOException, InterruptedException {
        windfall.resume();
        Path views = Pages.repeatedViews(
                lab.folder().resolve("repeated-views"), windfall.uri(), visitors.subList(0, HOLDERS));
        windfall.pause();
        return views;
    }

    private Path staticViews(Participant windfall, String name, List<Visitor> visitors)
            throws IOException, InterruptedException {
        String path = "/prizes/static/" + name;
        String page = Pages.at(windfall.uri().resolve(path), visitors.getFirst());
        if (!page.equals(Files.readString(lab.staticPage()))) {
            throw new IllegalStateException("%s is another page: %s".formatted(path, page));
        }
        return Pages.firstViews(lab.folder().resolve("static-" + name), path, visitors);
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
