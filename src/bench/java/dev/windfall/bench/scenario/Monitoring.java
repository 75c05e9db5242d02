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
import java.util.concurrent.atomic.AtomicInteger;

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
    private final AtomicInteger scrapes = new AtomicInteger();

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
        int before = scrapes.get();
        try (Participant on = lab.start(Alternative.WINDFALL, 1)) {
            Thread operator = Thread.ofVirtual().start(() -> scrape(on.uri().resolve("/actuator/prometheus")));
            on.pause();
            try (Participant off = lab.start(Alternative.WINDFALL, 1, Unmeasured.OPTIONS)) {
                off.pause();
                check(on, off);
                List<Subject> subjects = new ArrayList<>(
                        List.of(new Subject(ON, on, views, false), new Subject(OFF, off, views, false)));
                for (Subject subject : subjects) {
                    turn.warmUp(subject);
                }
                for (int round = 0; round < lab.plan().rounds(); round++) {
                    // nobody always comes first
                    Collections.rotate(subjects, 1);
                    for (Subject subject : subjects) {
                        turn.take(subject);
                    }
                }
                check(on, off);
                int asked = scrapes.get() - before;
                if (!operator.isAlive() || asked < lab.plan().rounds()) {
                    throw new IllegalStateException("the figures were asked for %d times only".formatted(asked));
                }
            } finally {
                operator.interrupt();
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

    /// While the node sleeps, so does the answer.
    private void scrape(URI figures) {
        try (var client = HttpClient.newHttpClient()) {
            while (true) {
                client.send(HttpRequest.newBuilder(figures).build(), BodyHandlers.discarding());
                scrapes.incrementAndGet();
                Thread.sleep(SCRAPED_EVERY);
            }
        } catch (IOException | InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
