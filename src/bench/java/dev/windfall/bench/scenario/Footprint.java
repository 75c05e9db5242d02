package dev.windfall.bench.scenario;

import dev.windfall.bench.Plan;
import dev.windfall.bench.jmh.HollowIndex;
import dev.windfall.bench.jmh.SortedArrays;
import dev.windfall.bench.lab.DrawnWinners;
import dev.windfall.bench.lab.Lottery;
import dev.windfall.draw.Winners;
import dev.windfall.publishing.file.PrizeTable;
import java.io.IOException;
import java.lang.ref.Reference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;

/// What the winners of several lotteries take in memory, by the heap in use before and after they were loaded.
public final class Footprint {

    private static final Path PRIZE_TABLES = Path.of("..", "shared", "data", "prize-tables");
    private static final int COLLECTIONS = 3;

    private final Plan plan;
    private final Path folder;

    public Footprint(Plan plan, Path folder) {
        this.plan = plan;
        this.folder = folder;
    }

    /// A lottery's winners of three months.
    ///
    /// @param winnings how many prizes
    /// @param windfall bytes a winner, as the others
    public record Row(
            String lottery, int subscribers, int draws, long winnings, double windfall, double arrays, double hollow) {}

    public List<Row> run() throws Exception {
        List<Row> rows = new ArrayList<>();
        var main = new Lottery(plan.subscribers(), plan.winnersPerDraw());
        rows.add(row(
                "as above, %d draws".formatted(Plan.DRAWS),
                main.subscribers(),
                Parts.drawnWinners(main, folder.resolve("lottery").resolve("drawn"))));
        rows.add(euroMillionsLike());
        Path megaSena = PRIZE_TABLES.resolve("megasena.csv");
        if (Files.exists(megaSena)) {
            rows.add(megaSena(megaSena));
        }
        return rows;
    }

    /// Two draws a week for three months, one line in thirteen wins, as it is with these odds.
    private Row euroMillionsLike() throws IOException, Exception {
        int subscribers = plan.subscribers() / 4;
        Path drawn = folder.resolve("euromillions-like");
        if (!Files.exists(drawn)) {
            List<LocalDate> dates = new ArrayList<>();
            for (int i = 26; i >= 1; i--) {
                dates.add(Lottery.TODAY.minusDays(i * 7L / 2));
            }
            Path table = new Lottery(subscribers, subscribers / 13)
                    .writePrizeTable(Files.createTempFile("prize-table", ".csv"), dates);
            DrawnWinners.write(table, PrizeTable.Selection.ALL, subscribers, drawn);
        }
        return row("like EuroMillions, two draws a week", subscribers, drawn);
    }

    /// The real counts of the last three months of the table.
    private Row megaSena(Path table) throws IOException, Exception {
        int subscribers = plan.subscribers() / 10;
        Path drawn = folder.resolve("mega-sena");
        if (!Files.exists(drawn)) {
            var selection = new PrizeTable.Selection(LocalDate.of(2026, 6, 1), LocalDate.of(2026, 8, 31), Set.of());
            DrawnWinners.write(table, selection, subscribers, drawn);
        }
        return row("Mega-Sena, June to August 2026", subscribers, drawn);
    }

    private static Row row(String lottery, int subscribers, Path folder) throws Exception {
        var drawn = DrawnWinners.read(folder);
        long prizes = drawn.prizeCount();
        double windfall = bytes(
                () -> drawn.draws().stream().map(draw -> draw.winners().build()).toArray(Winners[]::new));
        double arrays = bytes(() -> new SortedArrays(DrawnWinners.read(folder)));
        double hollow = bytes(() -> HollowIndex.of(drawn));
        return new Row(
                lottery,
                subscribers,
                drawn.draws().size(),
                prizes,
                windfall / prizes,
                arrays / prizes,
                hollow / prizes);
    }

    /// The heap that something takes.
    private static double bytes(Callable<Object> loaded) throws Exception {
        long before = usedBytes();
        Object held = loaded.call();
        try {
            return usedBytes() - before;
        } finally {
            Reference.reachabilityFence(held);
        }
    }

    private static long usedBytes() {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
