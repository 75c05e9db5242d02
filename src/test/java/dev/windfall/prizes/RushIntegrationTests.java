package dev.windfall.prizes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.windfall.TestDatabase;
import dev.windfall.TestDraws;
import dev.windfall.account.Node;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Everybody comes at the moment when a node has begun to load a new draw.
class RushIntegrationTests {

    private static final int CLIENTS = 2000;
    private static final int REFRESHES = 50;
    private static final int TIMEOUT_MS = 30_000;

    private static final String[] ALONE = {"windfall.refresh.interval=1h", "windfall.refresh.listen=false"};

    private final String database = TestDatabase.createUrl();
    private final JdbcClient jdbc = JdbcClient.create(TestDatabase.at(database));

    @Test
    void loadsADrawOnceAndAnswersEverybodyMeanwhile(@TempDir Path folder) throws Exception {
        try (var publishing = Node.on(database, ALONE).withAccounts();
                var node = Node.on(database, ALONE);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            TestDraws.publish(publishing, folder, "41", "2026-10-03", 1);
            Snapshots snapshots = node.bean(Snapshots.class);
            long old = snapshots.refresh().dataVersion();
            long loadsBefore = loads(node);
            TestDraws.publish(publishing, folder, "42", "2026-11-07", 1);
            String cookies = publishing.signedIn("1").at(node).cookies();

            List<Future<Snapshot>> refreshes;
            List<Answer> answers;
            try (Connection stop = stopReadingOfTheLatestDraw()) {
                refreshes = IntStream.range(0, REFRESHES)
                        .mapToObj(_ -> threads.submit(snapshots::refresh))
                        .toList();
                awaitAStoppedLoad();

                answers = viewAllAtOnce(threads, node.uri(), cookies);

                assertThat(snapshots.current().dataVersion())
                        .as("the load goes on")
                        .isEqualTo(old);
                stop.rollback();
            }

            List<Answer> failed =
                    answers.stream().filter(answer -> !answer.shows(old)).toList();
            for (Future<Snapshot> refresh : refreshes) {
                assertThat(refresh.get().dataVersion()).isGreaterThan(old);
            }
            long loaded = loads(node) - loadsBefore;
            System.out.printf(
                    "proof rush: %d clients at once during a load that %d refreshes asked for: %d failed, loads: %d%n",
                    answers.size(), REFRESHES, failed.size(), loaded);
            assertThat(answers).hasSize(CLIENTS);
            assertThat(failed).isEmpty();
            assertThat(loaded).isOne();
        }
    }

    private static long loads(Node node) {
        return node.bean(SnapshotLoader.class).cache().stats().loadCount();
    }

    /// Locks the table that the draw is read from.
    private Connection stopReadingOfTheLatestDraw() throws Exception {
        String table = jdbc.sql("""
                        select 'winnings_v' || max(published_version_id)
                          from draws
                        """).query(String.class).single();
        Connection connection = TestDatabase.at(database).getConnection();
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("lock table " + table + " in access exclusive mode");
        }
        return connection;
    }

    private void awaitAStoppedLoad() {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> jdbc.sql("""
                                select count(*) = 1
                                  from pg_stat_activity
                                  where datname = current_database() and wait_event_type = 'Lock'
                                """).query(Boolean.class).single());
    }

    private static List<Answer> viewAllAtOnce(ExecutorService threads, URI site, String cookies) throws Exception {
        var together = new CountDownLatch(1);
        List<Future<Answer>> views = IntStream.range(0, CLIENTS)
                .mapToObj(i -> i % 2 == 0 ? "/prizes" : "/api/v1/prizes")
                .map(path -> threads.submit(() -> {
                    together.await();
                    return new Answer(path, get(site, path, cookies));
                }))
                .toList();
        together.countDown();
        for (Future<Answer> view : views) {
            view.get();
        }
        return views.stream().map(Future::resultNow).toList();
    }

    /// By a connection of its own.
    private static String get(URI site, String path, String cookies) throws IOException {
        try (var socket = new Socket(site.getHost(), site.getPort())) {
            socket.setSoTimeout(TIMEOUT_MS);
            String request = "GET %s HTTP/1.1\r\nHost: %s\r\nCookie: %s\r\nConnection: close\r\n\r\n"
                    .formatted(path, site.getAuthority(), cookies);
            socket.getOutputStream().write(request.getBytes(UTF_8));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    private record Answer(String path, String text) {

        boolean shows(long dataVersion) {
            String shown = path.startsWith("/api") ? "\"dataVersion\":" + dataVersion : "Complete through draw 41";
            return text.startsWith("HTTP/1.1 200") && text.contains(shown);
        }
    }
}
