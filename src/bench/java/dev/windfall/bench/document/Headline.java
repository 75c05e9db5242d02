package dev.windfall.bench.document;

import dev.windfall.bench.alternative.Alternative;
import dev.windfall.bench.report.Samples;
import dev.windfall.bench.report.Table;
import dev.windfall.bench.scenario.DrawNight;
import dev.windfall.bench.scenario.Footprint;
import dev.windfall.bench.scenario.Parts;
import dev.windfall.bench.scenario.Steady;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// What the README shows of it, row by row as it stands here; a test compares them.
final class Headline implements Section {

    private final Results results;

    Headline(Results results) {
        this.results = results;
    }

    @Override
    public String write(Path pictures) {
        return """
                ## In short

                %s""".formatted(table());
    }

    Table table() {
        Footprint.Row winners = results.footprint().getFirst();
        return new Table("", "Windfall", "the obvious query")
                .row("prizes pages a second, first view", steady(Steady.Figure.PER_SECOND, "%,.0f"))
                .row(
                        "database statements a minute under that load",
                        steady(Steady.Figure.STATEMENTS_PER_MINUTE, "%,.0f"))
                .row("processor time a page, node and database", cpu())
                .row(
                        "99 % of the views within, once a draw is published",
                        night(DrawNight.Figure.PUBLICATION_P99_MS, "%,.0f ms"))
                .row("from a publication until all nodes show it", night(DrawNight.Figure.SHOWN_BY_ALL_S, "%.2f s"))
                .row(
                        "memory for %,d winners".formatted(winners.winnings()),
                        winners.windfall()
                                .map(bytes -> bytes * winners.winnings() / 1e6)
                                .middle("%.0f MB"),
                        "")
                .row(
                        "one subscriber's answer out of them",
                        results.parts()
                                .of("AnswerBenchmark.answer", Parts.Figure.SCORE)
                                .middle("%,.0f ns"),
                        "");
    }

    private List<String> steady(Steady.Figure figure, String format) {
        return both(title -> results.steady().figures().find(title, figure), format);
    }

    private List<String> night(DrawNight.Figure figure, String format) {
        return both(title -> results.nights().figures().find(title, figure), format);
    }

    private List<String> cpu() {
        return both(title -> Optional.of(results.steady().processorMicros(title)), "%,.0f µs");
    }

    /// @param figure by the alternative's title; empty if a short run left it out
    private static List<String> both(Function<String, Optional<Samples>> figure, String format) {
        return Stream.of(Alternative.WINDFALL, Alternative.OBVIOUS)
                .map(alternative -> figure.apply(alternative.title()))
                .map(samples -> samples.map(measured -> measured.middle(format)).orElse(""))
                .toList();
    }
}
