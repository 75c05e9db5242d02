package dev.windfall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.windfall.account.Node;
import dev.windfall.account.Visitor;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A draw is published that fits into one node's heap and not into another's.
class SmallHeapProofTests {

    private static final int SMALL_HEAP_MB = 64;
    private static final int WINNERS = 3_000_000;
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Pattern REFUSAL =
            Pattern.compile("Loading [\\d,]+ prizes takes up to [^<]* of 6\\d MB are free");

    @TempDir
    Path folder;

    private final String database = TestDatabase.createUrl();

    @Test
    void refusesWhatDoesNotFitAndGoesOn() throws Exception {
        try (var publishing = Node.at(Instant.parse(NodeProcess.TODAY + "T12:00:00Z"), database)
                        .withAccounts();
                var large = new NodeProcess(folder, database);
                var small = new NodeProcess(folder, database, SMALL_HEAP_MB)) {
            addSubscribers();
            TestDraws.publish(publishing, folder, "41", "2026-11-06", 1);
            large.awaitReady();
            small.awaitReady();
            Visitor atLarge = signedIn(large, "1");
            Visitor atSmall = signedIn(small, "1");
            Visitor staff = signedIn(small, "clerk");

            TestDraws.publish(
                    publishing,
                    folder,
                    "42",
                    "2026-11-07",
                    IntStream.rangeClosed(1, WINNERS).toArray());

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(prizes(atLarge)).contains("\"42\""));
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(staff.get("/admin").body()).containsPattern(REFUSAL));
            Matcher refusal = REFUSAL.matcher(staff.get("/admin").body());
            assertThat(refusal.find()).isTrue();
            System.out.printf("proof small-heap: %s%n", refusal.group());
            assertThat(prizes(atSmall)).contains("\"41\"").doesNotContain("\"42\"");
            assertThat(small.status("/actuator/health/readiness")).isEqualTo(200);
            assertThat(small.process().isAlive()).isTrue();
        }
    }

    private void addSubscribers() {
        JdbcClient jdbc = JdbcClient.create(TestDatabase.at(database));
        jdbc.sql("""
                        insert into subscribers (id, name)
                          select n, 'Subscriber ' || n from generate_series(10, :last) n
                        """).param("last", WINNERS).update();
        jdbc.sql("""
                        insert into subscriptions (subscriber_id, first_period_id, months)
                          select id, 202611, 12 from subscribers where id > 9
                        """).update();
    }

    private static String prizes(Visitor subscriber) {
        return subscriber.get("/api/v1/prizes").body();
    }

    private static Visitor signedIn(NodeProcess node, String username) {
        Visitor visitor = Visitor.of(node.uri());
        assertThat(visitor.signIn(username, Node.PASSWORD).statusCode()).isEqualTo(302);
        return visitor;
    }
}
