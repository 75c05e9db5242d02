package dev.windfall.bench.scenario;

import dev.windfall.bench.alternative.Alternative;
import dev.windfall.bench.alternative.Unmeasured;
import dev.windfall.bench.lab.Lab;
import dev.windfall.bench.lab.Pages;
import dev.windfall.bench.lab.Participant;
import dev.windfall.bench.report.Measurements;
import dev.windfall.bench.scenario.Steady.Figure;
import dev.windfall.bench.scenario.Turn.Subject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// What it costs to be measured: first views of a node with all of its meters, which are asked for all the time, and of
/// one that has none, in turn. In several pairs of nodes: of two that are equal, the one that the JIT has compiled more
/// luckily is faster by more than what is looked for.
public final class Monitoring {

    public static final String ON = "Windfall, with all meters";
    public static final String OFF = "Windfall, without meters";

    /// How often an operator's tools ask for all figures: as `deploy/monitoring` has it.
    public static final Duration SCRAPED_EVERY = Duration.ofSeconds(10);

    private static final int COMPARED = 100;

    private final Lab lab;

    public Monitoring(Lab lab) {
        this.lab = lab;
    }

    public Measurements<Figure> run() throws IOException, InterruptedException {
        var measurements = new Measurements<Figure>();
        var turn = new Turn(lab, measurements);
        Path views = Pages.firstViews(lab.folder().resolve("monitored-views"), Pages.PATH, lab.visitors());
        for (int pair = 0; pair < lab.plan().monitoredPairs(); pair++) {
            compare(turn, views);
        }
        return measurements;
    }

    private void compare(Turn turn, Path views) throws IOException, InterruptedException {
        try (Participant on = lab.start(Alternative.WINDFALL, 1)) {
            on.pause();
            try (Participant off = lab.start(Alternative.WINDFALL, 1, Unmeasured.OPTIONS)) {
                off.pause();
                check(on, off);
                var operator = new Operator(on.uri());
                List<Subject> subjects = new ArrayList<>(
                        List.of(new Subject(ON, on, views, false), new Subject(OFF, off, views, false)));
                for (Subject subject : subjects) {
                    turn.warmUp(subject);
                }
                on.resume();
                operator.practise();
                on.pause();
                for (int round = 0; round < lab.plan().rounds(); round++) {
                    // nobody always comes first
                    Collections.rotate(subjects, 1);
                    for (Subject subject : subjects) {
                        turn.take(subject, SCRAPED_EVERY, subject.participant().equals(on) ? operator : () -> {});
                    }
                }
                operator.requireAnswers(lab.plan().rounds());
                check(on, off);
            }
        }
    }

    private void check(Participant... nodes) throws IOException, InterruptedException {
        for (Participant node : nodes) {
            node.resume();
            lab.correctness().check(node.uri(), lab.visitors().subList(0, COMPARED));
            node.pause();
        }
    }

    /// Asks a node for its figures in the middle of each turn, which is as long as the time until he would ask again.
    private static final class Operator implements Runnable {

        /// Nodes are asked for days, and their compiler has seen to it.
        private static final int PRACTICE = 200;

        private final HttpRequest figures;
        private int answers;

        Operator(URI node) {
            figures = HttpRequest.newBuilder(node.resolve("/actuator/prometheus"))
                    .timeout(SCRAPED_EVERY)
                    .build();
        }

        void practise() throws IOException, InterruptedException {
            try (var client = HttpClient.newHttpClient()) {
                for (int i = 0; i < PRACTICE; i++) {
                    client.send(figures, BodyHandlers.discarding());
                }
            }
        }

        @Override
        public void run() {
            try (var client = HttpClient.newHttpClient()) {
                Thread.sleep(SCRAPED_EVERY.dividedBy(2));
                if (client.send(figures, BodyHandlers.discarding()).statusCode() == 200) {
                    answers++;
                }
            } catch (IOException | InterruptedException _) {
                // counts as no answer
                Thread.currentThread().interrupt();
            }
        }

        void requireAnswers(int expected) {
            if (answers != expected) {
                throw new IllegalStateException("the figures were told %d times, not %d".formatted(answers, expected));
            }
        }
    }
}
