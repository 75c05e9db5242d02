package dev.windfall.bench.document;

import dev.windfall.bench.alternative.Alternative;
import dev.windfall.bench.report.Samples;
import dev.windfall.bench.report.Table;
import dev.windfall.bench.scenario.DrawNight;
import dev.windfall.bench.scenario.Monitoring;
import dev.windfall.bench.scenario.Parts;
import dev.windfall.bench.scenario.Starts;
import dev.windfall.bench.scenario.Steady;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The design's targets beside what was measured.
final class Targets implements Section {

    private static final String WINDFALL = Alternative.WINDFALL.title();
    private static final String OBVIOUS = Alternative.OBVIOUS.title();

    private final Results results;

    Targets(Results results) {
        this.results = results;
    }

    @Override
    public String write(Path pictures) {
        return """
                ## Targets

                %s
                Pages a second are shared with the load, which takes its part of the machine, as much for a page of each:
                beside them is how they compare by the node's own time on the processors.
                %s
                %s
                Beyond them:

                %s""".formatted(verdicts(), pairs(), targets(), moonshots());
    }

    private String verdicts() {
        return results.plan().isTrial() ? "Nothing is decided by a short run." : """
                The median decides, but where nothing is allowed, which holds for each round. In brackets are the
                smallest and the largest value of all rounds; a ratio is that of each round.""";
    }

    private String pairs() {
        return hasMonitoring()
                ? """
                Meters are compared in pairs of nodes with and without them (%d), since equal ones differ by several percent
                for as long as they live, by how they were compiled. Meters are asked for once in each turn of %d s, as
                often as `deploy/monitoring` has it. Of the views of these nodes failed: %.0f.
                """.formatted(results.plan().monitoredPairs(), Monitoring.SCRAPED_EVERY.toSeconds(), failedRequests())
                : "";
    }

    private double failedRequests() {
        return Stream.of(Monitoring.ON, Monitoring.OFF)
                .mapToDouble(node ->
                        results.monitoring().of(node, Steady.Figure.FAILED).sum())
                .sum();
    }

    private boolean hasMonitoring() {
        return results.plan().monitoredPairs() > 0;
    }

    private Table targets() {
        var table = new Table("what", "target", "measured", "met");
        atMost(
                table,
                "database queries in a signed-in page view (those of idle polls apart)",
                0,
                queriesPerView(),
                "%.3f");
        atLeast(
                table,
                "fewer database queries than the obvious query, for as many views",
                99.9,
                fewerQueries(),
                "%.2f %%");
        atLeast(
                table,
                "first view of a prizes page against a static page of the same size, bytes in memory",
                0.5,
                views(WINDFALL, Steady.STATIC_BYTES),
                "%.2f");
        atLeast(table, "the same by processor time", 0.5, processorTime(WINDFALL), "%.2f");
        atLeast(table, "the same against a static file", 0.5, views(WINDFALL, Steady.STATIC_FILE), "%.2f");
        atLeast(
                table,
                "unchanged repeat view (304) against the static page, bytes in memory",
                0.85,
                views(Steady.UNCHANGED, Steady.STATIC_BYTES),
                "%.2f");
        atLeast(table, "the same by processor time", 0.85, processorTime(Steady.UNCHANGED), "%.2f");
        atLeast(table, "pages/s against the same page on the obvious query", 4, views(WINDFALL, OBVIOUS), "%.1f");
        atLeast(table, "the same by processor time, the database's included", 4, lessProcessorTime(), "%.1f");
        if (hasMonitoring()) {
            addMonitoring(table);
        }
        atMost(table, "bytes a winner", 8, bytesPerWinner(), "%.2f");
        atMost(table, "one subscriber's answer, µs", 0.8, micros("AnswerBenchmark.answer"), "%.2f");
        atMost(table, "loading a draw against a plain binary COPY of the same columns", 2, loading(), "%.2f");
        exactly(table, "draws that a node loads after a publication", 1, nights(DrawNight.Figure.DRAWS_LOADED), "%.0f");
        atMost(table, "p99 of a draw night against a quiet hour", 2, night(), "%.2f");
        atMost(table, "failed requests in draw nights", 0, nights(DrawNight.Figure.FAILED), "%.0f");
        return table;
    }

    private void addMonitoring(Table table) {
        atLeast(
                table,
                "pages/s with all meters against those without any",
                0.95,
                monitoring(Monitoring.ON, Monitoring.OFF, Steady.Figure.PER_SECOND),
                "%.2f");
        atLeast(
                table,
                "the same by processor time",
                0.95,
                monitoring(Monitoring.OFF, Monitoring.ON, Steady.Figure.PROGRAM_MICROS),
                "%.2f");
    }

    private Table moonshots() {
        var table = new Table("what", "target", "measured", "met");
        atLeast(table, "first view against the static page", 0.7, views(WINDFALL, Steady.STATIC_BYTES), "%.2f");
        atLeast(table, "the same by processor time", 0.7, processorTime(WINDFALL), "%.2f");
        atMost(table, "one subscriber's answer, µs", 0.3, micros("AnswerBenchmark.answer"), "%.2f");
        atMost(table, "bytes a winner", 4, bytesPerWinner(), "%.2f");
        atMost(table, "ready to serve the lottery after a cold start, s", 15, starts(Starts.LOTTERY_AOT), "%.1f");
        atMost(table, "ready to serve the demo, s", 2, starts(Starts.DEMO_AOT), "%.1f");
        return table;
    }

    /// Statements that an idle node does not ask.
    Samples queriesPerView() {
        return results.steady().figures().of(WINDFALL, Steady.Figure.STATEMENTS_PER_VIEW);
    }

    Samples fewerQueries() {
        Samples share = results.steady()
                .figures()
                .of(WINDFALL, Steady.Figure.ALL_STATEMENTS_PER_VIEW)
                .over(results.steady().figures().of(OBVIOUS, Steady.Figure.ALL_STATEMENTS_PER_VIEW));
        return share.map(value -> 100 * (1 - value));
    }

    Samples views(String subject, String other) {
        return results.steady()
                .figures()
                .of(subject, Steady.Figure.PER_SECOND)
                .over(results.steady().figures().of(other, Steady.Figure.PER_SECOND));
    }

    /// Of the node, for the static page against this.
    Samples processorTime(String subject) {
        return results.steady()
                .figures()
                .of(Steady.STATIC_BYTES, Steady.Figure.PROGRAM_MICROS)
                .over(results.steady().figures().of(subject, Steady.Figure.PROGRAM_MICROS));
    }

    private Samples lessProcessorTime() {
        return results.steady().processorMicros(OBVIOUS).over(results.steady().processorMicros(WINDFALL));
    }

    private Samples monitoring(String subject, String other, Steady.Figure figure) {
        return results.monitoring()
                .of(subject, figure)
                .over(results.monitoring().of(other, figure));
    }

    Samples bytesPerWinner() {
        return results.footprint().getFirst().windfall();
    }

    Samples micros(String benchmark) {
        return results.parts().of(benchmark, Parts.Figure.SCORE).map(nanos -> nanos / 1e3);
    }

    Samples loading() {
        return results.parts()
                .of("DrawLoadBenchmark.load", Parts.Figure.SCORE)
                .over(results.parts().of("DrawLoadBenchmark.plainCopy", Parts.Figure.SCORE));
    }

    Samples night() {
        return results.nights().againstQuiet(Alternative.WINDFALL, DrawNight.Figure.NIGHT_P99_MS);
    }

    private Samples nights(DrawNight.Figure figure) {
        return results.nights().figures().of(WINDFALL, figure);
    }

    private Samples starts(String name) {
        return results.starts().figures().of(name, Starts.Figure.START_S);
    }

    private void atLeast(Table table, String what, double target, Samples measured, String format) {
        row(table, what, "≥ ", target, measured, format, measured.median() >= target);
    }

    private void atMost(Table table, String what, double target, Samples measured, String format) {
        // what must never happen must not happen in the worst round either
        boolean met = (target == 0 ? measured.max() : measured.median()) <= target;
        row(table, what, "≤ ", target, measured, format, met);
    }

    private void exactly(Table table, String what, double target, Samples measured, String format) {
        row(table, what, "", target, measured, format, measured.min() == target && measured.max() == target);
    }

    private void row(
            Table table, String what, String relation, double target, Samples measured, String format, boolean met) {
        String wanted = target == 0 ? "0" : relation + String.format(Locale.ROOT, "%s", plain(target));
        table.row(what, wanted, measured.format(format), verdict(met));
    }

    private String verdict(boolean met) {
        if (results.plan().isTrial()) {
            return "";
        }
        return met ? "yes" : "**no**";
    }

    private static String plain(double target) {
        return Optional.of(target)
                .filter(value -> value == Math.rint(value))
                .map(value -> Long.toString(value.longValue()))
                .orElseGet(() -> Double.toString(target));
    }
}
