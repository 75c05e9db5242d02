package dev.windfall.bench.document;

import dev.windfall.bench.alternative.Alternative;
import dev.windfall.bench.lab.Lab;
import dev.windfall.bench.report.BarChart;
import dev.windfall.bench.report.Measurements;
import dev.windfall.bench.report.Samples;
import dev.windfall.bench.report.Table;
import dev.windfall.bench.scenario.Steady;
import dev.windfall.bench.scenario.Steady.Figure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Views of subscribers taken at random.
final class SteadySection implements Section {

    private final Results results;
    private final Measurements<Figure> figures;

    SteadySection(Results results) {
        this.results = results;
        this.figures = results.steady().figures();
    }

    /// In the order in which they are shown.
    private List<String> subjects() {
        return Stream.concat(
                        results.plan().compared().stream().map(Alternative::title),
                        Stream.of(Steady.UNCHANGED, Steady.STATIC_BYTES, Steady.STATIC_FILE))
                .toList();
    }

    @Override
    public String write(Path pictures) throws IOException {
        var views = new BarChart("Prizes pages a second, first view", "%,.0f");
        var questions = new BarChart("Questions to database or store a minute, under that load", "%,.0f");
        for (String subject : subjects()) {
            views.bar(subject, figures.of(subject, Figure.PER_SECOND));
        }
        for (Alternative alternative : results.plan().compared()) {
            questions.bar(alternative.title(), questions(alternative.title()));
        }
        views.write(pictures.resolve("views.svg"));
        questions.write(pictures.resolve("questions.svg"));
        return """
                ## Views of subscribers taken at random

                As many as the machine gives, on 16 connections, %d s each in each round (%d in all); load, node and
                database share the machine. A page has %,d bytes and goes uncompressed. %,d subscribers look, taken at
                random once; 500 of them hold the page already. Processor time is that of the node, and of what it needs
                beside it: PostgreSQL's and Redis' as the database's, that of other processes as its own.

                %s
                ![Pages a second](benchmarks/views.svg)

                ![Questions a minute](benchmarks/questions.svg)

                %s
                Questions are statements that the database was asked, and commands that Redis was.

                A node that nobody looks at asks %s statements a minute, by its polls, which are in all figures above, as
                many of them as fell into the seconds of a turn.

                Memory, measured once at the end, when garbage has been collected. An own store is one beside the node:
                a server's memory in use, or what a process takes. What an alternative has to fill or to make before it
                can answer is made within the time after which it is ready. That is a start with all that the benchmarks
                add to the program, so that it takes longer than the program's own, which stands under "Cold start".

                %s
                %,d answers were compared with the obvious query before and after, prize by prize, and 20 pages of all
                alternatives with one another, byte by byte but for the token of their forms.
                """.formatted(
                        results.plan().turn().toSeconds(),
                        results.plan().rounds(),
                        results.steady().pageBytes(),
                        Lab.VISITORS,
                        remarks(),
                        table(),
                        results.steady()
                                .figures()
                                .of(Steady.IDLE, Figure.STATEMENTS_PER_MINUTE)
                                .format("%.0f"),
                        memory(),
                        results.steady().compared());
    }

    /// What has to be known of single alternatives.
    private String remarks() {
        return results.plan().compared().stream().map(SteadySection::remark).collect(Collectors.joining());
    }

    private static String remark(Alternative alternative) {
        return switch (alternative) {
            case CACHED -> """
                    - What is cached per subscriber is found more often than it would be if each view were that of any
                      subscriber, of whom hardly one looks twice within its minute; but it has run out when its next
                      turn comes, after those of the others. How often it was found is one less its statements a view.
                    """;
            case JPA -> """
                    - JPA's caches are emptied by a publication only, so that they hold all who look once they are warm. With
                      millions of subscribers and room for one, most views would ask the query that it asks for each
                      subscriber the first time.
                    """;
            case HOLLOW -> """
                    - Hollow's producer asks the database every 50 ms whether something was published.
                    """;
            case OBVIOUS, MATERIALIZED, REDIS, WINDFALL -> "";
        };
    }

    private Table table() {
        var table = new Table(
                "",
                "pages/s",
                "p50 ms",
                "p95 ms",
                "p99 ms",
                "node, µs a page",
                "database, µs a page",
                "questions/min",
                "statements a view, polls included",
                "failed");
        for (String subject : subjects()) {
            table.row(
                    subject,
                    format(subject, Figure.PER_SECOND, "%,.0f"),
                    format(subject, Figure.P50_MS, "%.1f"),
                    format(subject, Figure.P95_MS, "%.1f"),
                    format(subject, Figure.P99_MS, "%.1f"),
                    format(subject, Figure.PROGRAM_MICROS, "%,.0f"),
                    format(subject, Figure.DATABASE_MICROS, "%,.0f"),
                    questions(subject).format("%,.0f"),
                    figures.of(subject, Figure.ALL_STATEMENTS_PER_VIEW).middle("%.3f"),
                    "%.0f".formatted(figures.of(subject, Figure.FAILED).sum()));
        }
        return table;
    }

    /// Statements, and commands of a store beside the database.
    private Samples questions(String subject) {
        Samples statements = figures.of(subject, Figure.STATEMENTS_PER_MINUTE);
        return figures.find(subject, Figure.STORE_QUESTIONS_PER_MINUTE)
                .map(statements::plus)
                .orElse(statements);
    }

    private Table memory() {
        var table = new Table("", "heap in use, MB", "resident, MB", "own store, MB", "ready after, s");
        for (Alternative alternative : results.plan().compared()) {
            table.row(
                    alternative.title(),
                    megabytes(alternative, Figure.HEAP_BYTES),
                    megabytes(alternative, Figure.RESIDENT_BYTES),
                    figures.find(alternative.title(), Figure.STORE_BYTES)
                            .map(bytes -> megabytes(bytes))
                            .orElse(""),
                    format(alternative.title(), Figure.START_S, "%.1f"));
        }
        return table;
    }

    private String megabytes(Alternative alternative, Figure figure) {
        return megabytes(figures.of(alternative.title(), figure));
    }

    private static String megabytes(Samples bytes) {
        return bytes.map(value -> value / 1e6).format("%,.0f");
    }

    private String format(String subject, Figure figure, String format) {
        return figures.of(subject, figure).format(format);
    }
}
