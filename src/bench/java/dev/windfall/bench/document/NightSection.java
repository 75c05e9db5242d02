package dev.windfall.bench.document;

import dev.windfall.bench.alternative.Alternative;
import dev.windfall.bench.report.BarChart;
import dev.windfall.bench.report.Measurements;
import dev.windfall.bench.report.Samples;
import dev.windfall.bench.report.Table;
import dev.windfall.bench.scenario.DrawNight;
import dev.windfall.bench.scenario.DrawNight.Figure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Draw nights.
final class NightSection implements Section {

    private final Results results;
    private final Measurements<Figure> figures;

    NightSection(Results results) {
        this.results = results;
        this.figures = results.nights().figures();
    }

    @Override
    public String write(Path pictures) throws IOException {
        var shown = new BarChart("Seconds from the publication until all nodes show it", "%.2f s");
        var latencies = new BarChart("99 % of the views of a draw night within", "%,.0f ms");
        for (String subject : figures.subjects()) {
            shown.bar(subject, figures.of(subject, Figure.SHOWN_BY_ALL_S));
            latencies.bar(subject, figures.of(subject, Figure.NIGHT_P99_MS));
        }
        shown.write(pictures.resolve("shown.svg"));
        latencies.write(pictures.resolve("night.svg"));
        return """
                ## Draw night

                Two nodes; subscribers come to one of them at %d views a second, whether those before them were served or
                not, and each view counts from when it was wanted. When they have come for 5 s, so that whoever makes the
                load is warm, the quiet time begins, and after %d s of it a draw of %,d winners is imported, then
                published, and from then on everybody looks: %d views a second, until all nodes show the draw and for %d s
                at least. First come those who have looked before: they hold the page and say so, as browsers do, and are
                answered 304 for as long as a node has nothing new for them. Then others see the page for the first time.
                Load, nodes, import and database share the machine; the import is a process of its own, which gives way to
                the others (`nice`), but for the part of it that the database does. Nights of each alternative, one after the
                other: %d. A draw is shown so many seconds after its publication was committed. The night goes from the
                beginning of the import to %d s after the publication; its two parts, before the publication and from then
                on, are beside it.

                ![Until all nodes show it](benchmarks/shown.svg)

                ![99 %% of the views within](benchmarks/night.svg)

                %s
                Windfall's p99 against that of its quiet time, night by night: %s in all,
                %s during the import alone, %s from the publication on.

                What a night takes, from the beginning of the import until all nodes show the draw and 10 s are over, of the
                node that is looked at and of the database, in which the import is:

                %s
                %s
                %,d answers were compared with the obvious query: of both nodes those to subscribers who had not looked
                before, once the draw was shown, pages and what programs are told; and of the node that is looked at those
                to 100 a night who held the page of before, and were sent the new one.
                """.formatted(
                        results.plan().viewsPerSecond(),
                        results.plan().quiet().toSeconds(),
                        results.plan().lottery().winnersPerDraw(),
                        DrawNight.RUSH * results.plan().viewsPerSecond(),
                        DrawNight.WATCHED.toSeconds(),
                        results.plan().nights(),
                        DrawNight.WATCHED.toSeconds(),
                        table(),
                        againstQuiet(Figure.NIGHT_P99_MS),
                        againstQuiet(Figure.IMPORT_P99_MS),
                        againstQuiet(Figure.PUBLICATION_P99_MS),
                        cost(),
                        remarks(),
                        results.nights().compared());
    }

    /// What has to be known of single alternatives.
    private String remarks() {
        List<String> remarks = new ArrayList<>();
        if (results.plan().nightly().stream().anyMatch(Alternative::asksOneTable)) {
            remarks.add("""
                    Where prizes are looked for in one table, the import fills that beside Windfall's own, and takes longer:
                    its time, the p99 under it, that of the whole night and the database's processor time have both in them,
                    and only from the publication on are all alike.""");
        }
        if (results.plan().nightly().contains(Alternative.CACHED)) {
            remarks.add("""
                    What is cached per subscriber shows a draw when a minute is over since somebody looked: until then its
                    answers are quick, and stale.""");
        }
        if (results.plan().nightly().contains(Alternative.HOLLOW)) {
            remarks.add("""
                    Hollow's data set keeps what is withdrawn after each night. The node's processor time is that of its
                    producer too.""");
        }
        if (results.plan().nightly().contains(Alternative.REDIS)) {
            remarks.add("""
                    Redis' hashes keep what is withdrawn after each night. They may be filled by the other node.""");
        }
        if (results.plan().nightly().contains(Alternative.MATERIALIZED)) {
            remarks.add("""
                    The materialized view is made anew beside the old one, which goes on answering, and exchanged: to refresh
                    it in place would shut out who looks, or take many times as long (`concurrently`). That takes its time
                    after a night as well: it has one night.""");
        }
        return remarks.isEmpty() ? "" : String.join("\n", remarks) + "\n";
    }

    private Table table() {
        var table = new Table(
                "",
                "import, s",
                "until all nodes show it, s",
                "quiet p50, ms",
                "quiet p99, ms",
                "import p99, ms",
                "publication p99, ms",
                "night p50, ms",
                "night p95, ms",
                "night p99, ms",
                "views",
                "failed");
        for (String subject : figures.subjects()) {
            table.row(
                    subject,
                    format(subject, Figure.IMPORT_S, "%.1f"),
                    format(subject, Figure.SHOWN_BY_ALL_S, "%.2f"),
                    format(subject, Figure.QUIET_P50_MS, "%.1f"),
                    format(subject, Figure.QUIET_P99_MS, "%.1f"),
                    format(subject, Figure.IMPORT_P99_MS, "%.1f"),
                    format(subject, Figure.PUBLICATION_P99_MS, "%,.1f"),
                    format(subject, Figure.NIGHT_P50_MS, "%.1f"),
                    format(subject, Figure.NIGHT_P95_MS, "%,.1f"),
                    format(subject, Figure.NIGHT_P99_MS, "%,.1f"),
                    sum(figures.of(subject, Figure.VIEWS)),
                    sum(figures.of(subject, Figure.FAILED)));
        }
        return table;
    }

    private Table cost() {
        var table = new Table(
                "",
                "node, s of processor time",
                "database, s of processor time",
                "statements/min",
                "draws read by COPY, a node");
        for (String subject : figures.subjects()) {
            table.row(
                    subject,
                    format(subject, Figure.PROGRAM_CPU_S, "%.1f"),
                    format(subject, Figure.DATABASE_CPU_S, "%.1f"),
                    format(subject, Figure.STATEMENTS_PER_MINUTE, "%,.0f"),
                    format(subject, Figure.DRAWS_LOADED, "%.0f"));
        }
        return table;
    }

    private String againstQuiet(Figure latency) {
        return results.nights().againstQuiet(Alternative.WINDFALL, latency).format("%.2f");
    }

    private static String sum(Samples samples) {
        return "%,.0f".formatted(samples.sum());
    }

    private String format(String subject, Figure figure, String format) {
        return figures.of(subject, figure).format(format);
    }
}
