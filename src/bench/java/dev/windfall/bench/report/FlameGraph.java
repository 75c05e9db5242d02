package dev.windfall.bench.report;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordingFile;

/// Where a program's time goes, out of the samples of a flight recording: each bar is a method, as wide as its share of
/// the time, and stands on the one that called it (Gregg, "The Flame Graph", ACM Queue 14(2), 2016).
public final class FlameGraph implements Serializable {

    private static final long serialVersionUID = 1;

    private static final int WIDTH = 1200;
    private static final int ROW = 17;
    private static final int HEAD = 56;

    /// What takes less of the whole is not drawn.
    private static final double SMALLEST_SHARE = 0.004;

    private static final int CHARACTER_WIDTH = 7;

    private final Bar root = new Bar();

    /// A method and those that it called.
    private static final class Bar implements Serializable {

        private static final long serialVersionUID = 1;

        private final TreeMap<String, Bar> callees = new TreeMap<>();
        private int samples;
    }

    /// @param recording of the JDK's flight recorder, with samples of execution
    /// @param entry the method by which what is looked at begins: samples without it don't count
    public static FlameGraph of(Path recording, String entry) throws IOException {
        var graph = new FlameGraph();
        try (var file = new RecordingFile(recording)) {
            while (file.hasMoreEvents()) {
                RecordedEvent event = file.readEvent();
                if (event.getEventType().getName().equals("jdk.ExecutionSample")) {
                    graph.add(event.getStackTrace(), entry);
                }
            }
        }
        if (graph.samples() == 0) {
            throw new IOException("%s has no sample of %s".formatted(recording, entry));
        }
        return graph;
    }

    public int samples() {
        return root.samples;
    }

    /// The share of the samples in which a method of these classes was at work, or something that it called.
    ///
    /// @param classes how the names of the classes, or of their methods, begin
    public double share(String classes) {
        return (double) samples(root, classes) / root.samples;
    }

    private static int samples(Bar bar, String classes) {
        int samples = 0;
        for (var callee : bar.callees.entrySet()) {
            samples += callee.getKey().startsWith(classes)
                    ? callee.getValue().samples
                    : samples(callee.getValue(), classes);
        }
        return samples;
    }

    private void add(RecordedStackTrace stack, String entry) {
        if (stack == null) {
            return;
        }
        List<String> methods = stack.getFrames().stream().map(FlameGraph::name).toList();
        int first = methods.lastIndexOf(entry);
        if (first < 0) {
            return;
        }
        Bar bar = root;
        bar.samples++;
        for (int i = first; i >= 0; i--) {
            bar = bar.callees.computeIfAbsent(methods.get(i), _ -> new Bar());
            bar.samples++;
        }
    }

    private static String name(RecordedFrame frame) {
        return frame.getMethod().getType().getName() + "." + frame.getMethod().getName();
    }

    public void write(Path file, String title) throws IOException {
        int height = HEAD + ROW * depth(root) + 8;
        var bars = new StringBuilder();
        draw(bars, root, 0, height - ROW - 4);
        Files.createDirectories(file.getParent());
        Files.writeString(file, """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" role="img" aria-label="%s" font-family="ui-monospace, monospace" font-size="11">
                <rect width="100%%" height="100%%" fill="#fff"/>
                <text x="12" y="24" font-family="system-ui, sans-serif" font-size="15" font-weight="600" fill="#1b2430">%s</text>
                <text x="12" y="43" font-family="system-ui, sans-serif" fill="#475569">%,d samples; Windfall green, Thymeleaf and its expressions orange, Spring blue, Tomcat violet, the rest grey</text>
                %s</svg>
                """.formatted(WIDTH, height, escaped(title), escaped(title), root.samples, bars));
    }

    private int depth(Bar bar) {
        return bar.callees.values().stream()
                .filter(this::isDrawn)
                .mapToInt(callee -> 1 + depth(callee))
                .max()
                .orElse(0);
    }

    private boolean isDrawn(Bar bar) {
        return bar.samples >= SMALLEST_SHARE * root.samples;
    }

    private void draw(StringBuilder bars, Bar caller, double left, int top) {
        double x = left;
        for (var callee : caller.callees.entrySet()) {
            Bar bar = callee.getValue();
            double width = (double) WIDTH * bar.samples / root.samples;
            if (isDrawn(bar)) {
                bars.append(bar(callee.getKey(), bar.samples, x, width, top));
                draw(bars, bar, x, top - ROW);
            }
            x += width;
        }
    }

    private String bar(String method, int samples, double left, double width, int top) {
        String shown = shortened(method, (int) (width / CHARACTER_WIDTH));
        return String.format(
                Locale.ROOT,
                "<g><title>%s, %.1f %%</title><rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\" stroke=\"#fff\" stroke-width=\"0.5\"/>%s</g>%n",
                escaped(method),
                100.0 * samples / root.samples,
                left,
                top,
                width,
                ROW - 1,
                colour(method),
                shown.isEmpty()
                        ? ""
                        : String.format(
                                Locale.ROOT,
                                "<text x=\"%.1f\" y=\"%d\">%s</text>",
                                left + 3,
                                top + 12,
                                escaped(shown)));
    }

    /// Class and method without the package, as much as there is room for.
    private static String shortened(String method, int characters) {
        int dot = method.lastIndexOf('.', method.lastIndexOf('.') - 1);
        String name = method.substring(dot + 1);
        return characters < 4 ? "" : name.length() <= characters ? name : name.substring(0, characters - 1) + "…";
    }

    private static String colour(String method) {
        if (method.startsWith("dev.windfall.")) {
            return "#5eead4";
        }
        if (method.startsWith("org.thymeleaf.")
                || method.startsWith("org.attoparser.")
                || method.startsWith("org.springframework.expression.")) {
            return "#fdba74";
        }
        if (method.startsWith("org.springframework.")) {
            return "#93c5fd";
        }
        return method.startsWith("org.apache.") ? "#c4b5fd" : "#cbd5e1";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
