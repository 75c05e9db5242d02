package dev.windfall.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.windfall.TestDatabase;
import dev.windfall.TestDraws;
import dev.windfall.account.Node;
import dev.windfall.draw.SubscriptionPeriod;
import dev.windfall.prizes.Snapshot;
import dev.windfall.prizes.Snapshots;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefresherIntegrationTests {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    @Test
    void showsAPublicationAtOnceOnItsOwnNodeAndByThePollOnTheOthers() {
        String database = TestDatabase.createUrl();
        try (var publishing = Node.on(database, "windfall.refresh.interval=1h").withAccounts();
                var other = Node.on(database, "windfall.refresh.interval=100ms")) {
            TestDraws.publish(publishing, folder, "42", "2026-11-07", 1);

            long version = snapshot(publishing).dataVersion();
            assertThat(publishing.signedIn("1").get("/prizes").body()).contains("€5.00");
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(snapshot(other).dataVersion()).isEqualTo(version));
            assertThat(other.signedIn("1").get("/prizes").body()).contains("€5.00");
        }
    }

    @Test
    void beginsAMonthWithoutAnybodysHelp() {
        Instant lastMinuteOfOctober = Instant.parse("2026-10-31T22:59:30Z");
        try (var node = Node.at(lastMinuteOfOctober, TestDatabase.createUrl(), "windfall.refresh.interval=100ms")) {
            await().atMost(PATIENCE)
                    .until(() -> node.bean(Snapshots.class).find().isPresent());
            assertThat(newestPeriod(node)).isEqualTo(new SubscriptionPeriod(202610));

            node.clock().advance(Duration.ofMinutes(1));

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(newestPeriod(node)).isEqualTo(new SubscriptionPeriod(202611)));
        }
    }

    private static Snapshot snapshot(Node node) {
        return node.bean(Snapshots.class).current();
    }

    private static SubscriptionPeriod newestPeriod(Node node) {
        return snapshot(node).periods().getFirst().period();
    }
}
