package dev.windfall.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.windfall.DatabaseGate;
import dev.windfall.TestDatabase;
import dev.windfall.TestDraws;
import dev.windfall.account.Node;
import dev.windfall.prizes.Snapshot;
import dev.windfall.prizes.Snapshots;
import dev.windfall.statement.Statements;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Nodes that would not look for an hour, unless told otherwise: what they learn they learn by notification.
class HintListenerIntegrationTests {

    private static final String SELDOM = "windfall.refresh.interval=1h";
    private static final int TERMINATIONS = 100;

    private final String database = TestDatabase.createUrl();
    private final JdbcClient jdbc = JdbcClient.create(TestDatabase.at(database));

    @Test
    void hearsOfAPublicationOnAnotherNodeLongBeforeItWouldLook(@TempDir Path folder) {
        try (var publishing = Node.on(database, SELDOM).withAccounts();
                var other = Node.on(database, SELDOM)) {
            awaitListeners(2);

            TestDraws.publish(publishing, folder, "42", "2026-11-07", 1);

            patiently().untilAsserted(() -> assertThat(version(other)).isEqualTo(newestVersion()));
            assertThat(other.signedIn("1").get("/prizes").body()).contains("€5.00");
        }
    }

    @Test
    void hearsOfWhatNoNodeDid() {
        try (var node = Node.on(database, SELDOM)) {
            awaitListeners(1);

            changeSomething();

            patiently().untilAsserted(() -> assertThat(version(node)).isEqualTo(newestVersion()));
        }
    }

    @Test
    void findsAPublicationByLookingWhereNobodyListens(@TempDir Path folder) {
        try (var publishing = Node.on(database, SELDOM, "windfall.refresh.listen=false")
                        .withAccounts();
                var other = Node.on(database, "windfall.refresh.interval=100ms", "windfall.refresh.listen=false")) {
            TestDraws.publish(publishing, folder, "42", "2026-11-07", 1);

            patiently().untilAsserted(() -> assertThat(version(other)).isEqualTo(newestVersion()));
            assertThat(listeners()).isEmpty();
        }
    }

    @Test
    void findsWhatChangedWhileTheDatabaseWasOutOfReach() throws Exception {
        try (var gate = DatabaseGate.open(database);
                var node = Node.on(gate.url(), SELDOM)) {
            awaitListeners(1);
            gate.shut();
            awaitListeners(0);

            changeSomething();
            gate.open();

            patiently().untilAsserted(() -> assertThat(version(node)).isEqualTo(newestVersion()));
        }
    }

    /// The other end stops in the middle of things, so that its connection stays open and says nothing any more.
    @Test
    void listensAnewWhenTheOtherEndIsSilent() throws Exception {
        try (var node = Node.on(database, "windfall.refresh.interval=200ms")) {
            awaitListeners(1);
            int silent = listeners().getFirst();
            signal("STOP", silent);
            try {
                patiently().until(() -> listeners().size() == 2);
            } finally {
                signal("CONT", silent);
            }
            patiently().until(() -> !listeners().contains(silent));
            assertThat(node.bean(HintListener.class).isRunning()).isTrue();
        }
    }

    @Test
    void listensAfterAFailureThatNobodyThoughtOf() {
        var known = new PGSimpleDataSource();
        known.setUrl(database);
        var failures = new AtomicInteger(2);
        var connection = new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return String.valueOf(known.getUser());
            }

            @Override
            public String getPassword() {
                return String.valueOf(known.getPassword());
            }

            @Override
            public String getJdbcUrl() {
                if (failures.getAndDecrement() > 0) {
                    throw new OutOfMemoryError("made up");
                }
                return database;
            }
        };
        try (var node = Node.on(database, SELDOM, "windfall.refresh.listen=false")) {
            var settings = new RefreshSettings(Duration.ofHours(1), true, "");
            var listener =
                    new HintListener(connection, settings, node.bean(SnapshotPoll.class), node.bean(Statements.class));
            listener.start();
            try {
                awaitListeners(1);
                changeSomething();
                patiently().untilAsserted(() -> assertThat(version(node)).isEqualTo(newestVersion()));
            } finally {
                listener.stop();
            }
        }
    }

    /// Whatever is published while a listener is gone is found as soon as there is another one.
    @Test
    void endsOnTheNewestVersionHoweverOftenItsConnectionIsEnded() {
        try (var first = Node.on(database, SELDOM);
                var second = Node.on(database, SELDOM);
                var third = Node.on(database, SELDOM)) {
            var nodes = List.of(first, second, third);
            awaitListeners(nodes.size());
            long before = newestVersion();
            int terminated = 0;
            while (terminated < TERMINATIONS) {
                changeSomething();
                terminated += terminateListeners();
                changeSomething();
            }

            patiently()
                    .untilAsserted(() -> assertThat(nodes)
                            .extracting(HintListenerIntegrationTests::version)
                            .containsOnly(newestVersion()));
            System.out.printf(
                    "proof: %d terminations of listeners during %d changes, %d nodes on version %d%n",
                    terminated, newestVersion() - before, nodes.size(), newestVersion());
        }
    }

    private int terminateListeners() {
        return jdbc.sql("""
                        select pg_terminate_backend(pid)
                          from pg_stat_activity
                          where application_name = :listener and datname = current_database()
                          order by pid
                        """)
                .param("listener", HintListener.APPLICATION_NAME)
                .query(Boolean.class)
                .list()
                .size();
    }

    /// The process ids of the server's ends.
    private List<Integer> listeners() {
        return jdbc.sql("""
                        select pid
                          from pg_stat_activity
                          where application_name = :listener and datname = current_database()
                          order by backend_start
                        """)
                .param("listener", HintListener.APPLICATION_NAME)
                .query((row, number) -> row.getInt("pid"))
                .list();
    }

    private void awaitListeners(int count) {
        patiently().until(() -> listeners().size() == count);
    }

    private void changeSomething() {
        jdbc.sql("update data_version set version = version + 1").update();
    }

    private long newestVersion() {
        return jdbc.sql("select version from data_version").query(Long.class).single();
    }

    private static long version(Node node) {
        return node.bean(Snapshots.class).find().map(Snapshot::dataVersion).orElse(-1L);
    }

    private static void signal(String name, int process) throws Exception {
        var kill = new ProcessBuilder("kill", "-" + name, Integer.toString(process)).start();
        assertThat(kill.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(kill.exitValue()).isZero();
    }

    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(50));
    }
}
