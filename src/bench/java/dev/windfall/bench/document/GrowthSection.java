package dev.windfall.bench.document;

import dev.windfall.bench.Plan;
import dev.windfall.bench.alternative.Alternative;
import dev.windfall.bench.lab.Lottery;
import dev.windfall.bench.report.BarChart;
import dev.windfall.bench.report.Measurements;
import dev.windfall.bench.report.Table;
import dev.windfall.bench.scenario.Steady.Figure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// How cost grows with the lottery.
final class GrowthSection implements Section {

    private static final List<Alternative> ALTERNATIVES = List.of(Alternative.OBVIOUS, Alternative.WINDFALL);

    private final Results results;

    GrowthSection(Results results) {
        this.results = results;
    }

    @Override
    public String write(Path pictures) throws IOException {
        if (results.plan().growth().isEmpty()) {
            return """
                    ## Growth

                    A short run doesn't look at it.
                    """;
        }
        var chart = new BarChart("Prizes pages a second as the lottery grows", "%,.0f");
        var table = new Table(
                "subscribers",
                "winners",
                "",
                "pages/s",
                "p99 ms",
                "node, µs a page",
                "database, µs a page",
                "heap, MB",
                "start, s",
                "failed");
        results.growth().forEach((lottery, result) -> {
            for (Alternative alternative : ALTERNATIVES) {
                Measurements<Figure> figures = result.figures();
                String title = alternative.title();
                chart.bar(
                        "%s, %.0f M subscribers, %.1f M winners"
                                .formatted(title, lottery.subscribers() / 1e6, winners(lottery) / 1e6),
                        figures.of(title, Figure.PER_SECOND));
                table.row(
                        "%,d".formatted(lottery.subscribers()),
                        "%,d".formatted(winners(lottery)),
                        title,
                        figures.of(title, Figure.PER_SECOND).format("%,.0f"),
                        figures.of(title, Figure.P99_MS).format("%.1f"),
                        figures.of(title, Figure.PROGRAM_MICROS).format("%,.0f"),
                        figures.of(title, Figure.DATABASE_MICROS).format("%,.0f"),
                        figures.of(title, Figure.HEAP_BYTES)
                                .map(bytes -> bytes / 1e6)
                                .format("%,.0f"),
                        figures.of(title, Figure.START_S).format("%.1f"),
                        "%.0f".formatted(figures.of(title, Figure.FAILED).sum()));
            }
        });
        chart.write(pictures.resolve("growth.svg"));
        return """
                ## Growth

                Smaller lotteries, measured like the views above, and their answers compared as there: one with few winners,
                the same with five times as many winners, the third with as many winners for five times as many subscribers,
                and the lottery above. In the second one subscriber in three wins in each draw, so that hardly two pages are
                alike and each is put together anew, of pieces that are. The lottery above was measured earlier, among more
                others.

                ![Growth](benchmarks/growth.svg)

                %s""".formatted(table);
    }

    private static long winners(Lottery lottery) {
        return (long) Plan.DRAWS * lottery.winnersPerDraw();
    }
}
