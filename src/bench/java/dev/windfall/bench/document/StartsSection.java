package dev.windfall.bench.document;

import dev.windfall.bench.report.Measurements;
import dev.windfall.bench.report.Table;
import dev.windfall.bench.scenario.Starts.Figure;
import java.nio.file.Path;

/// How long the packaged program takes to be ready.
final class StartsSection implements Section {

    private final Results results;

    StartsSection(Results results) {
        this.results = results;
    }

    @Override
    public String write(Path pictures) {
        Measurements<Figure> figures = results.starts().figures();
        var table = new Table("", "s");
        figures.subjects()
                .forEach(
                        name -> table.row(name, figures.of(name, Figure.START_S).format("%.1f")));
        return """
                ## Cold start

                The packaged program, from the start of its process until readiness answers 200, with all winners of the
                last three months in memory. The lottery's database has been running; the demo's is embedded and starts with
                it. The machine has read all of it before.

                %s
                %,d answers were compared with the obvious query right after it, the demo's included.
                """.formatted(table, results.starts().compared());
    }
}
