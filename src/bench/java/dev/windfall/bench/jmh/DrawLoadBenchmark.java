package dev.windfall.bench.jmh;

import dev.windfall.bench.lab.Desk;
import dev.windfall.bench.lab.Lottery;
import dev.windfall.bench.lab.Postgres;
import dev.windfall.draw.DrawRepository;
import dev.windfall.draw.PublishedDraw;
import dev.windfall.draw.SubscriptionPeriod;
import dev.windfall.draw.Winners;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.postgresql.PGConnection;

/// A draw's winners out of the database into the memory of a node, beside a COPY of the same two columns that is thrown
/// away.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@State(Scope.Benchmark)
public class DrawLoadBenchmark {

    @Param("")
    public String database = "";

    @Param("22000000")
    public int subscribers;

    @Param("1400000")
    public int winnersPerDraw;

    private Desk desk;
    private DrawRepository draws;
    private PublishedDraw draw;
    private Connection connection;

    @Setup
    public void open() throws IOException, SQLException {
        desk = new Desk(database, new Lottery(subscribers, winnersPerDraw), Files.createTempDirectory("load"));
        draws = desk.draws();
        draw = draws.publishedDraws(SubscriptionPeriod.of(Lottery.TODAY)).getFirst();
        connection = Postgres.at(database).getConnection();
        requireSameWinners(draws.winners(draw), plainCopy());
    }

    /// Sees that what is loaded is what the table holds, row by row.
    private void requireSameWinners(Winners loaded, long copied) throws SQLException {
        try (var statement = connection.createStatement();
                var rows =
                        statement.executeQuery("select subscriber_id, array_agg(tier::integer order by tier) as tiers"
                                + " from winnings_v%d group by subscriber_id".formatted(draw.version()))) {
            int prizes = 0;
            while (rows.next()) {
                Integer[] tiers = (Integer[]) rows.getArray("tiers").getArray();
                int subscriber = rows.getInt("subscriber_id");
                int[] expected =
                        Arrays.stream(tiers).mapToInt(Integer::intValue).toArray();
                if (!Arrays.equals(loaded.tiersOf(subscriber), expected)) {
                    throw new IllegalStateException("subscriber %d is loaded with %s instead of %s"
                            .formatted(
                                    subscriber,
                                    Arrays.toString(loaded.tiersOf(subscriber)),
                                    Arrays.toString(expected)));
                }
                prizes += expected.length;
            }
            if (loaded.prizeCount() != prizes || copied != prizes) {
                throw new IllegalStateException(
                        "%d prizes are loaded and %d copied out of %d".formatted(loaded.prizeCount(), copied, prizes));
            }
        }
    }

    @TearDown
    public void close() throws SQLException {
        connection.close();
        desk.close();
    }

    @Benchmark
    public Winners load() {
        return draws.winners(draw);
    }

    @Benchmark
    public long plainCopy() throws SQLException, IOException {
        return connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut(
                        "copy (select subscriber_id, tier from winnings_v%d) to stdout (format binary)"
                                .formatted(draw.version()),
                        OutputStream.nullOutputStream());
    }
}
