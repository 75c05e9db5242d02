package dev.windfall.bench.document;

import dev.windfall.bench.report.Measurements;
import dev.windfall.bench.report.Samples;
import dev.windfall.bench.report.Table;
import dev.windfall.bench.scenario.Footprint;
import dev.windfall.bench.scenario.Parts.Figure;
import java.nio.file.Path;

/// Single parts, and what winners take in memory.
final class PartsSection implements Section {

    private final Results results;

    PartsSection(Results results) {
        this.results = results;
    }

    @Override
    public String write(Path pictures) {
        return """
                ## Single parts

                By JMH, in a Java VM of its own in each round (%d in all). Answers and look-ups are for subscribers taken at
                random out of %,d, nobody twice in a row; the pages are those of a thousand of them. Before, all look-ups
                and whole answers held what was drawn for a hundred thousand of them, the loaded draw held
                what its table holds, row by row, and a hundred pages showed what the obvious query says. A draw is loaded
                from rows that hold thousands of winners each; a plain COPY reads one by one. Where the processor's last cache
                is so large that it holds all winners, nobody's are found in memory alone.

                %s
                ## Memory of winners

                Heap in use with and without them, three months of each lottery, drawn by the simulator. It is known to about
                2 %%. In each lottery all three hold what was drawn for a hundred thousand subscribers. An array of more than half
                a region of the heap takes whole regions, as those of sorted arrays do. Mega-Sena's counts come from a prize
                table beside the project; where it is missing, so is the line.

                %s""".formatted(results.plan().rounds(), results.plan().lottery().subscribers(), parts(), footprint());
    }

    private Table parts() {
        return new Table("", "")
                .row("one subscriber's whole answer", nanos("AnswerBenchmark.answer"))
                .row("the look-up in it, in 13 draws", nanos("AnswerBenchmark.lookUp.WINDFALL"))
                .row("the tiers that somebody won in them, by Netflix Hollow", nanos("AnswerBenchmark.lookUp.HOLLOW"))
                .row(
                        "the tiers that somebody won in them, by a binary search in each of 13 sorted arrays",
                        nanos("AnswerBenchmark.lookUp.ARRAYS"))
                .row(
                        "loading a draw of %,d winners"
                                .formatted(results.plan().lottery().winnersPerDraw()),
                        score("DrawLoadBenchmark.load").format("%,.0f ms"))
                .row(
                        "a plain binary COPY of the same two columns",
                        score("DrawLoadBenchmark.plainCopy").format("%,.0f ms"))
                .row(
                        "the page, from the controller to the last byte",
                        score("PageBenchmark.page").format("%.1f µs"));
    }

    private Table footprint() {
        var table = new Table(
                "lottery",
                "subscribers",
                "draws",
                "winners",
                "Windfall, bytes a winner",
                "sorted arrays",
                "Netflix Hollow");
        for (Footprint.Row row : results.footprint()) {
            table.row(
                    row.lottery(),
                    "%,d".formatted(row.subscribers()),
                    Integer.toString(row.draws()),
                    "%,d".formatted(row.winnings()),
                    bytes(row.windfall()),
                    bytes(row.arrays()),
                    bytes(row.hollow()));
        }
        return table;
    }

    private static String bytes(Samples bytes) {
        return bytes.format("%.2f");
    }

    private String nanos(String benchmark) {
        return score(benchmark).format("%,.0f ns");
    }

    private Samples score(String benchmark) {
        Measurements<Figure> parts = results.parts();
        return parts.of(benchmark, Figure.SCORE);
    }
}
