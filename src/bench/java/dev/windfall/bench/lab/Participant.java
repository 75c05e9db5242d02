package dev.windfall.bench.lab;

import dev.windfall.bench.alternative.Alternative;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// An alternative at work: its nodes, and what else it needs beside the database.
///
/// @param nodes the first is loaded; the others are there to see when they show something
/// @param companions further processes of its own
/// @param startUp from the start of the first node until it could serve
public record Participant(
        Alternative alternative, List<NodeProcess> nodes, List<NodeProcess> companions, Duration startUp)
        implements AutoCloseable {

    private static final Pattern USED = Pattern.compile("used (\\d+)K");

    public Participant {
        nodes = List.copyOf(nodes);
        companions = List.copyOf(companions);
    }

    public NodeProcess node() {
        return nodes.getFirst();
    }

    public URI uri() {
        return node().uri();
    }

    /// Of the loaded node and of the companions.
    public Duration cpuTime() {
        Duration sum = CpuTime.ofTree(node().process());
        for (NodeProcess companion : companions) {
            sum = sum.plus(CpuTime.ofTree(companion.process()));
        }
        return sum;
    }

    /// What is in use in the heap of the loaded node once garbage has been collected, in bytes.
    public long heapBytes() throws IOException, InterruptedException {
        jcmd("GC.run");
        Matcher used = USED.matcher(jcmd("GC.heap_info"));
        if (!used.find()) {
            throw new IOException("the heap's size is not known");
        }
        return Long.parseLong(used.group(1)) << 10;
    }

    /// Has the Java VM of the loaded node do something.
    ///
    /// @return what it says
    public String jcmd(String... command) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(command));
        arguments.addFirst(Long.toString(node().process().pid()));
        return JdkTool.run("jcmd", arguments);
    }

    /// Sees that all processes are still there, companions included.
    public void requireAlive() {
        for (NodeProcess process : processes()) {
            if (!process.process().isAlive()) {
                throw new IllegalStateException("a process of %s has ended".formatted(alternative.title()));
            }
        }
    }

    public void pause() throws IOException {
        for (NodeProcess process : processes()) {
            process.pause();
        }
    }

    public void resume() throws IOException {
        for (NodeProcess process : processes()) {
            process.resume();
        }
    }

    private List<NodeProcess> processes() {
        return Stream.concat(nodes.stream(), companions.stream()).toList();
    }

    @Override
    public void close() throws IOException {
        resume();
        for (NodeProcess process : processes()) {
            process.close();
        }
    }
}
