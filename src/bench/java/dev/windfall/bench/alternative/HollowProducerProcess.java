package dev.windfall.bench.alternative;

import com.netflix.hollow.api.producer.HollowProducer;
import com.netflix.hollow.api.producer.fs.HollowFilesystemAnnouncer;
import com.netflix.hollow.api.producer.fs.HollowFilesystemPublisher;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// Publishes the winners of all draws as a Hollow data set, and what is added to them as deltas, as soon as it learns
/// of a publication. A process of its own, as Hollow's documentation has it: nodes only read.
public final class HollowProducerProcess {

    /// By which the data set says which publications it holds.
    static final String DATA_VERSION = "dataVersion";

    private static final long PAUSE_MS = 50;

    /// Nodes start with the last snapshot and the deltas since then.
    private static final int DELTAS_BETWEEN_SNAPSHOTS = 10;

    private final String database;
    private final JdbcClient jdbc;
    private final HollowProducer producer;
    private final Set<Integer> held = new HashSet<>();

    private HollowProducerProcess(String database, Path folder) {
        this.database = database;
        // one connection for good: a server doesn't wait for who is stopped while it connects
        this.jdbc = JdbcClient.create(new SingleConnectionDataSource(database, true));
        this.producer = HollowProducer.withPublisher(new HollowFilesystemPublisher(folder))
                .withAnnouncer(new HollowFilesystemAnnouncer(folder))
                .withNumStatesBetweenSnapshots(DELTAS_BETWEEN_SNAPSHOTS)
                .noIntegrityCheck()
                .build();
        producer.initializeDataModel(Winning.class, Publication.class);
    }

    /// @param args the database's URL, and a folder for the data set
    public static void main(String[] args) throws InterruptedException {
        var process = new HollowProducerProcess(args[0], Path.of(args[1]));
        long published = -1;
        while (true) {
            long dataVersion = process.dataVersion();
            if (dataVersion != published) {
                process.publish(dataVersion);
                published = dataVersion;
            }
            Thread.sleep(PAUSE_MS);
        }
    }

    private long dataVersion() {
        return jdbc.sql("select version from data_version").query(Long.class).single();
    }

    private void publish(long dataVersion) {
        List<Integer> lacking = jdbc
                .sql("select published_version_id from draws where published_version_id is not null order by id")
                .query((row, _) -> row.getInt("published_version_id"))
                .list()
                .stream()
                .filter(version -> !held.contains(version))
                .toList();
        producer.runCycle(state -> {
            state.getStateEngine().addAllObjectsFromPreviousCycle();
            state.getStateEngine().addHeaderTag(DATA_VERSION, Long.toString(dataVersion));
            state.add(new Publication(dataVersion));
            lacking.forEach(version -> addWinners(state, version));
        });
        held.addAll(lacking);
    }

    private void addWinners(HollowProducer.WriteState state, int version) {
        try (Connection connection = DriverManager.getConnection(database)) {
            var counter = new Counter(state, version);
            WinnersRows.read(connection, version, counter::add);
            counter.end();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// A state that was published. Hollow sends no delta, and no tags, for one in which nothing was added.
    private static final class Publication {

        @SuppressWarnings("unused") // Hollow reads it
        private final long dataVersion;

        private Publication(long dataVersion) {
            this.dataVersion = dataVersion;
        }
    }

    /// Counts equal rows that follow one another: Hollow keeps equal records only once.
    private static final class Counter {

        private final HollowProducer.WriteState state;
        private final int version;
        private int subscriber;
        private int tier;
        private int count;

        Counter(HollowProducer.WriteState state, int version) {
            this.state = state;
            this.version = version;
        }

        void add(int winner, int wonTier) {
            if (winner != subscriber || wonTier != tier) {
                end();
                subscriber = winner;
                tier = wonTier;
            }
            count++;
        }

        void end() {
            if (count > 0) {
                state.add(new Winning(subscriber, version, tier, count));
            }
            count = 0;
        }
    }
}
