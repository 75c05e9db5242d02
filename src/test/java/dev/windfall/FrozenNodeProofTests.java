package dev.windfall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.windfall.account.Node;
import dev.windfall.account.Visitor;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/// One of three processes is stopped for half a minute while draws are published.
class FrozenNodeProofTests {

    private static final Duration FROZEN = Duration.ofSeconds(30);

    /// The interval of the poll, by default, and what a busy machine may take for a load.
    private static final Duration ONE_POLL = Duration.ofSeconds(5 + 2);

    @TempDir
    Path folder;

    private final String database = TestDatabase.createUrl();
    private final JdbcClient jdbc = JdbcClient.create(TestDatabase.at(database));

    @Test
    void isNamedWhileItIsStoppedAndCatchesUpWithinOnePoll() throws Exception {
        try (var publishing = Node.at(Instant.parse(NodeProcess.TODAY + "T12:00:00Z"), database)
                        .withAccounts();
                var one = new NodeProcess(folder, database);
                var two = new NodeProcess(folder, database);
                var frozen = new NodeProcess(folder, database)) {
            List.of(one, two, frozen).forEach(NodeProcess::awaitReady);
            Visitor staff = Visitor.of(one.uri());
            assertThat(staff.signIn("clerk", Node.PASSWORD).statusCode()).isEqualTo(302);
            Visitor subscriber = Visitor.of(frozen.uri());
            assertThat(subscriber.signIn("1", Node.PASSWORD).statusCode()).isEqualTo(302);

            signal("STOP", frozen);
            int published = publishWhileItIsFrozen(publishing);
            String name = ":%d lacks ".formatted(frozen.port());
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(staff.get("/admin").body())
                            .contains(name, "has said nothing for")
                            .doesNotContain(":%d lacks ".formatted(two.port())));

            long start = System.nanoTime();
            signal("CONT", frozen);
            await().atMost(ONE_POLL)
                    .pollInterval(Duration.ofMillis(50))
                    .untilAsserted(
                            () -> assertThat(subscriber.get("/api/v1/prizes").body())
                                    .contains("\"dataVersion\":" + newestVersion()));
            System.out.printf(
                    "proof frozen-node: stopped during %d publications, named meanwhile, up to date after %d ms%n",
                    published, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(staff.get("/admin").body()).contains("All 4 nodes show"));
        }
    }

    private int publishWhileItIsFrozen(Node publishing) {
        long end = System.nanoTime() + FROZEN.toNanos();
        int published = 0;
        while (System.nanoTime() < end) {
            published++;
            TestDraws.publish(publishing, folder, Integer.toString(published), "2026-11-07", 1);
        }
        return published;
    }

    private long newestVersion() {
        return jdbc.sql("select version from data_version").query(Long.class).single();
    }

    private static void signal(String name, NodeProcess node) throws Exception {
        var kill = new ProcessBuilder(
                        "kill", "-" + name, Long.toString(node.process().pid()))
                .start();
        assertThat(kill.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(kill.exitValue()).isZero();
    }
}
