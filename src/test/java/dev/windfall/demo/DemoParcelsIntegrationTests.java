package dev.windfall.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.windfall.TestDatabase;
import dev.windfall.account.Node;
import dev.windfall.account.Visitor;
import dev.windfall.delivery.shipment.TestParcels;
import dev.windfall.notice.Mailbox;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The whole way of a prize in the demo: its carrier posts by itself, and page and mail tell of it.
class DemoParcelsIntegrationTests {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void travelWhileTheirWinnersAreTold() {
        try (var mailbox = new Mailbox();
                var node = node(mailbox)) {
            int winner = winnerOfAThing(node);
            Visitor visitor = node.visitor();
            visitor.signIn(Integer.toString(winner), "demo");
            mailbox.subscribe(visitor, "winner@reader.example");
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(visitor.get("/prizes").body())
                            .contains("Handed over to SWIFT", "On its way")
                            .doesNotContain("News of your parcels"));

            node.clock().advance(Duration.ofMinutes(10));

            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(visitor.get("/prizes").body()).contains("News of your parcels"));
            assertThat(mailbox.awaitTo("winner@reader.example", 3))
                    .extracting(Mailbox.Mail::subject)
                    .contains("Something that you won is being delivered");
            assertThat(dropped(node))
                    .as("most of what a carrier tells is of no interest")
                    .isGreaterThan(told(node));
        }
    }

    @Test
    void waitForTheStaffWhoWonThemLast() {
        try (var mailbox = new Mailbox();
                var node = node(mailbox)) {
            Visitor admin = node.visitor();
            admin.signIn("admin", "demo");
            List<String> waiting = admin.get("/admin/shipments/waiting.csv")
                    .body()
                    .lines()
                    .skip(1)
                    .toList();

            assertThat(waiting).isNotEmpty().allMatch(row -> row.startsWith("D360,"));
            String[] prize = waiting.getFirst().split(",", -1);
            assertThat(TestParcels.handOver(admin, prize[0], prize[1], prize[2], "BY-HAND")
                            .statusCode())
                    .isEqualTo(302);
            node.clock().advance(Duration.ofMinutes(10));

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(
                                    admin.get("/admin/shipments?wanted=BY-HAND").body())
                            .containsAnyOf("Delivered", "Returns to us"));
        }
    }

    private static Node node(Mailbox mailbox) {
        String[] settings = mailbox.settings(
                "windfall.demo=true",
                "windfall.demo-subscribers=200",
                "windfall.demo-post-interval=50ms",
                "windfall.delivery.poll-interval=20ms");
        return Node.at(Instant.parse("2026-11-24T12:00:00Z"), TestDatabase.createUrl(), settings);
    }

    private static int winnerOfAThing(Node node) {
        return node.bean(JdbcClient.class)
                .sql("select subscriber_id from shipments order by id limit 1")
                .query(Integer.class)
                .single();
    }

    private static double told(Node node) {
        return updates(node, "stored");
    }

    private static double dropped(Node node) {
        return updates(node, "dropped");
    }

    private static double updates(Node node, String outcome) {
        return node.bean(MeterRegistry.class)
                .get("windfall.delivery.updates")
                .tag("outcome", outcome)
                .counter()
                .count();
    }
}
