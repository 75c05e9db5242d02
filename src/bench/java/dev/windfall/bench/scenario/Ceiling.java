package dev.windfall.bench.scenario;

import dev.windfall.bench.alternative.Alternative;
import dev.windfall.bench.lab.Lab;
import dev.windfall.bench.lab.Pages;
import dev.windfall.bench.lab.Participant;
import dev.windfall.bench.lab.Visitor;
import dev.windfall.bench.scenario.Turn.Subject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What no page of one's own can be faster than: a page of the same size that says the same to everybody, and an answer
/// that there is nothing new. By a node of Windfall beside those that are compared, lest its own load make one of them
/// warmer than the others.
final class Ceiling implements AutoCloseable {

    /// Out of whose pages the static one is taken.
    private static final int SAMPLE = 100;

    /// How many hold the page already.
    private static final int HOLDERS = 500;

    private final Lab lab;
    private final List<Visitor> visitors;
    private final Participant node;
    private int compared;

    private Ceiling(Lab lab, List<Visitor> visitors, Participant node) {
        this.lab = lab;
        this.visitors = visitors;
        this.node = node;
    }

    /// Starts the node and saves one of its pages, which it serves from then on.
    static Ceiling over(Lab lab) throws IOException, InterruptedException {
        List<Visitor> visitors = lab.visitors();
        Participant node = lab.start(Alternative.WINDFALL, 1);
        Files.writeString(lab.staticPage(), Pages.typical(Pages.of(node.uri(), visitors.subList(0, SAMPLE))));
        node.pause();
        return new Ceiling(lab, visitors, node);
    }

    /// Compares the node's own pages with the obvious query.
    void check() throws IOException, InterruptedException {
        node.resume();
        compared += lab.correctness().check(node.uri(), visitors.subList(0, SAMPLE));
        node.pause();
    }

    List<Subject> subjects() throws IOException, InterruptedException {
        Path holders = visit();
        node.resume();
        Path bytes = staticViews("bytes");
        Path file = staticViews(lab.staticPage().getFileName().toString());
        node.pause();
        return List.of(
                new Subject(Steady.UNCHANGED, node, holders, true),
                new Subject(Steady.STATIC_BYTES, node, bytes, false),
                new Subject(Steady.STATIC_FILE, node, file, false));
    }

    /// Has some visitors look at the page, so that they hold it as it is now. Browsers were told about their last visit
    /// some minutes ago at most, and so are these, before each round.
    ///
    /// @return what they ask when they look again
    Path visit() throws IOException, InterruptedException {
        node.resume();
        Path views =
                Pages.repeatedViews(lab.folder().resolve("repeated-views"), node.uri(), visitors.subList(0, HOLDERS));
        node.pause();
        return views;
    }

    private Path staticViews(String name) throws IOException, InterruptedException {
        String path = "/prizes/static/" + name;
        String page = Pages.at(node.uri().resolve(path), visitors.getFirst());
        if (!page.equals(Files.readString(lab.staticPage()))) {
            throw new IllegalStateException("%s is another page: %s".formatted(path, page));
        }
        return Pages.firstViews(lab.folder().resolve("static-" + name), path, visitors);
    }

    int pageBytes() throws IOException {
        return Math.toIntExact(Files.size(lab.staticPage()));
    }

    /// How many answers were compared with the obvious query.
    int compared() {
        return compared;
    }

    @Override
    public void close() throws IOException {
        node.close();
    }
}
