package dev.windfall.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windfall.Requirement;
import dev.windfall.publishing.file.PrizeTable;
import dev.windfall.publishing.intake.DrawImport;
import dev.windfall.publishing.intake.DrawOutcome;
import dev.windfall.publishing.intake.ImportReport;
import dev.windfall.publishing.intake.ImportRequest;
import dev.windfall.publishing.intake.ImportRequest.Signature;
import dev.windfall.simulator.Simulation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;

/// How fast an import is beside a bare COPY of the same prizes, in the order of the winners file, into a table with the
/// same indexes as the one that it fills: one after the other in one run, several times over. The heap has 512 MB.
class ImportSpeedProofTests {

    private static final int SUBSCRIBERS = Integer.getInteger("windfall.proof.subscribers", 22_000_000);
    private static final int ROUNDS = Integer.getInteger("windfall.proof.rounds", 3);

    /// The lab's day is in August 2026, and the draw has to be of one of the last three months.
    private static final String DATE = "2026-07-02";

    @TempDir
    Path folder;

    @Test
    void importsThePremiumBondsOfAMonth() throws Exception {
        Path table = premiumBonds();
        try (var lab = new PublishingLab(folder)) {
            addSubscribers(lab);
            var draw = PrizeTable.read(table, PrizeTable.Selection.ALL).draws().getFirst();
            Path winners =
                    new Simulation(SUBSCRIBERS, 7).writeWinners(draw, folder).orElseThrow();
            var request = new ImportRequest(
                    table,
                    PrizeTable.Selection.ALL,
                    List.of(winners),
                    new Signature("proof", Optional.empty(), Optional.of("a proof")));
            bringIn(lab, request);
            Path rows = exported(lab);

            List<Double> ratios = new ArrayList<>();
            for (int round = 1; round <= ROUNDS; round++) {
                double copy = seconds(() -> copy(lab, rows));
                double whole = seconds(() -> bringIn(lab, request));
                ratios.add(copy / whole);
                System.out.printf(
                        "proof import-speed: round %d: %,d prizes: COPY %.1f s (%,.0f a second), import %.1f s (%,.0f a"
                                + " second), ratio %.2f%n",
                        round,
                        draw.prizeCount(),
                        copy,
                        draw.prizeCount() / copy,
                        whole,
                        draw.prizeCount() / whole,
                        copy / whole);
            }
            System.out.printf(
                    "proof import-speed: ratio %.2f in the median of %d rounds, heap %d MB, %,d subscribers%n",
                    ratios.stream().sorted().toList().get(ROUNDS / 2),
                    ROUNDS,
                    Runtime.getRuntime().maxMemory() >> 20,
                    SUBSCRIBERS);
        }
    }

    private Path premiumBonds() throws IOException {
        Path source = Requirement.data("prize-tables/premium-bonds-2025-06.csv");
        double share = SUBSCRIBERS / 22e6;
        List<String> lines = new ArrayList<>();
        for (String line : Files.readAllLines(source)) {
            int lastComma = line.lastIndexOf(',');
            lines.add(
                    lines.isEmpty()
                            ? line
                            : DATE
                                    + line.substring(line.indexOf(','), lastComma + 1)
                                    + Math.round(share * Integer.parseInt(line.substring(lastComma + 1))));
        }
        return Files.write(folder.resolve("table.csv"), lines);
    }

    /// By a connection that may take its time.
    private static void addSubscribers(PublishingLab lab) throws SQLException {
        try (var connection = lab.connect();
                var statement = connection.createStatement()) {
            statement.execute("truncate subscribers cascade");
            statement.execute(
                    "insert into subscribers (id, name) select n, 'Subscriber ' || n from generate_series(1, %d) n"
                            .formatted(SUBSCRIBERS));
            statement.execute("""
                    insert into subscriptions (subscriber_id, first_period_id, months)
                      select id, 202601 + id % 7, 12 from subscribers order by id
                    """);
            statement.execute("vacuum analyze subscribers, subscriptions");
        }
    }

    private static int bringIn(PublishingLab lab, ImportRequest request) {
        ImportReport report = lab.bean(DrawImport.class).run(request);
        assertThat(report.draws()).singleElement().isInstanceOf(DrawOutcome.Imported.class);
        return 0;
    }

    /// The rows of the filled table, in the order of the winners file: tier by tier, at random within.
    private Path exported(PublishingLab lab) throws SQLException, IOException {
        Path rows = folder.resolve("rows.csv");
        String table = lab.versionTables().getFirst();
        try (var connection = lab.connect();
                var out = Files.newOutputStream(rows)) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut(
                            "copy (select * from %s order by tier, md5(cast(id as text))) to stdout (format csv)"
                                    .formatted(table),
                            out);
        }
        return rows;
    }

    private static long copy(PublishingLab lab, Path rows) throws SQLException, IOException {
        lab.jdbc.sql("drop table if exists bare").update();
        lab.jdbc.sql("create table bare (like winnings including indexes)").update();
        try (var connection = lab.connect();
                var in = Files.newInputStream(rows)) {
            return connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy bare from stdin (format csv)", in, 1 << 16);
        }
    }

    private static <T> double seconds(Callable<T> work) throws Exception {
        long start = System.nanoTime();
        work.call();
        return Duration.ofNanos(System.nanoTime() - start).toMillis() / 1_000.0;
    }
}
