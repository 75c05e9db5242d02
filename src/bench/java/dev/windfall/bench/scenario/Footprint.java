package dev.windfall.bench.scenario;

import dev.windfall.bench.Plan;
import dev.windfall.bench.jmh.LookUp;
import dev.windfall.bench.jmh.LookUp.Kept;
import dev.windfall.bench.lab.DrawnWinners;
import dev.windfall.bench.lab.JdkTool;
import dev.windfall.bench.lab.Lab;
import dev.windfall.bench.lab.Lottery;
import dev.windfall.bench.report.Samples;
import dev.windfall.publishing.file.PrizeTable;
import java.io.IOException;
import java.io.Serializable;
import java.lang.ref.Reference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What the winners of several lotteries take in memory, by the heap in use before and after they were loaded.
public final class Footprint {

    private static final Path PRIZE_TABLES = Path.of("..", "shared", "data", "prize-tables");
    private static final int COLLECTIONS = 3;

    /// So many winners at least, in copies if need be: what else the heap holds comes and goes by half a megabyte.
    private static final int WEIGHED = 5_000_000;

    private static final int COMPARED = 100_000;

    private final Lab lab;

    public Footprint(Lab lab) {
        this.lab = lab;
    }

    /// A lottery's winners of three months.
    ///
    /// @param winnings how many prizes
    /// @param windfall bytes a winner, weighed in as many processes as there are rounds
    /// @param arrays bytes a winner, weighed once, as Hollow's
    @SuppressWarnings("serial") // what is weighed is
    public record Row(
            String lottery, int subscribers, int draws, long winnings, Samples windfall, Samples arrays, Samples hollow)
            implements Serializable {}

    public List<Row> run() throws IOException, InterruptedException {
        List<Row> rows = new ArrayList<>();
        rows.add(row("as above, %d draws".formatted(Plan.DRAWS), lab.lottery().subscribers(), Parts.drawnWinners(lab)));
        rows.add(euroMillionsLike());
        Path megaSena = PRIZE_TABLES.resolve("megasena.csv");
        if (Files.exists(megaSena)) {
            rows.add(megaSena(megaSena));
        }
        return rows;
    }

    /// Two draws a week for three months, one line in thirteen wins, as it is with these odds.
    private Row euroMillionsLike() throws IOException, InterruptedException {
        int subscribers = lab.lottery().subscribers() / 4;
        Path drawn = lab.folder().resolve("euromillions-like");
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
    private Row megaSena(Path table) throws IOException, InterruptedException {
        int subscribers = lab.lottery().subscribers() / 10;
        Path drawn = lab.folder().resolve("mega-sena");
        if (!Files.exists(drawn)) {
            var selection = new PrizeTable.Selection(LocalDate.of(2026, 6, 1), LocalDate.of(2026, 8, 31), Set.of());
            DrawnWinners.write(table, selection, subscribers, drawn);
        }
        return row("Mega-Sena, June to August 2026", subscribers, drawn);
    }

    private Row row(String lottery, int subscribers, Path folder) throws IOException, InterruptedException {
        var drawn = DrawnWinners.read(folder);
        Kept.requireRightAnswers(drawn, subscribers, COMPARED);
        return new Row(
                lottery,
                subscribers,
                drawn.draws().size(),
                drawn.prizeCount(),
                bytesAWinner(Kept.WINDFALL, lab.plan().rounds(), folder, drawn.prizeCount()),
                bytesAWinner(Kept.ARRAYS, 1, folder, drawn.prizeCount()),
                bytesAWinner(Kept.HOLLOW, 1, folder, drawn.prizeCount()));
    }

    private static Samples bytesAWinner(Kept kept, int times, Path folder, long winners)
            throws IOException, InterruptedException {
        List<Double> weighed = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            weighed.add(weigh(kept, folder) / winners);
        }
        return new Samples(weighed);
    }

    /// In a process of its own, in which nothing else comes and goes.
    private static double weigh(Kept kept, Path folder) throws IOException, InterruptedException {
        List<String> arguments = List.of(
                "-Xmx6g",
                "-classpath",
                System.getProperty("java.class.path"),
                Footprint.class.getName(),
                kept.name(),
                folder.toString());
        return Double.parseDouble(JdkTool.run("java", arguments).strip());
    }

    /// Prints the heap that the winners of some draws take, in bytes: what several copies take on average.
    ///
    /// @param args how they are kept, and the folder of [DrawnWinners]
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[1]);
        // what classes and pools take once is not a winner's
        var kept = Kept.valueOf(args[0]);
        List<LookUp> loaded = new ArrayList<>(List.of(load(kept, folder), load(kept, folder)));
        int copies =
                Math.toIntExact(Math.max(2, WEIGHED / DrawnWinners.read(folder).prizeCount()));
        long before = usedBytes();
        for (int i = 0; i < copies; i++) {
            loaded.add(load(kept, folder));
        }
        try {
            System.out.println((usedBytes() - before) / copies);
        } finally {
            Reference.reachabilityFence(loaded);
        }
    }

    private static LookUp load(Kept kept, Path folder) throws IOException {
        return kept.load(DrawnWinners.read(folder));
    }

    private static long usedBytes() {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
