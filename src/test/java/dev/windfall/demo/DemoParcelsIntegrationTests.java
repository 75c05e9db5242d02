package dev.windfall.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.windfall.Requirement;
import dev.windfall.TestDatabase;
import dev.windfall.account.Node;
import dev.windfall.account.Visitor;
import dev.windfall.delivery.shipment.TestParcels;
import dev.windfall.notice.Mailbox;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The whole way of a prize in the demo: its carrier posts by itself, and page and mail tell of it.
class DemoParcelsIntegrationTests {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

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
            assertThat(mailbox.awaitTo("winner@reader.example", 2))
                    .extracting(Mailbox.Mail::subject)
                    .anyMatch(subject -> subject.startsWith("Something that you won"));
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

    /// With the codes of real carriers, of which most say nothing that a winner wants to know.
    @Test
    void travelWithRealCarriersWhereTheirCodesAre() {
        Path codes = Requirement.data("carriers/carrier_status_codes.csv");
        try (var mailbox = new Mailbox();
                var node = node(mailbox, "windfall.demo-status-codes=" + codes)) {
            node.clock().advance(Duration.ofMinutes(10));

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(carriers(node))
                            .as("whose parcels have arrived")
                            .hasSizeGreaterThan(3)
                            .isSubsetOf("bpost", "canadapost", "fedex", "mydhl", "seko", "ups"));
            assertThat(dropped(node)).isGreaterThan(told(node));
        }
    }

    private static List<String> carriers(Node node) {
        return node.bean(JdbcClient.class)
                .sql("select distinct carrier from parcel_events where event_type = 'delivered'")
                .query((row, _) -> row.getString("carrier"))
                .list();
    }

    @Test
    void travelWithACarrierThatIsMadeUpWhereThereIsNoTableOfCodes() throws IOException {
        Path garbage = Files.writeString(folder.resolve("codes.csv"), "a,b\n1,2\n");
        try (var mailbox = new Mailbox();
                var node = node(mailbox, "windfall.demo-status-codes=" + garbage)) {
            Visitor admin = node.visitor();
            admin.signIn("admin", "demo");

            assertThat(admin.get("/admin/shipments").body()).contains("<option value=\"swift\"");
        }
    }

    private static Node node(Mailbox mailbox, String... further) {
        String[] demo = {
            "windfall.demo=true",
            "windfall.demo-subscribers=200",
            "windfall.demo-post-interval=50ms",
            "windfall.delivery.poll-interval=20ms"
        };
        String[] settings = mailbox.settings(
                Stream.of(demo, further).flatMap(Arrays::stream).toArray(String[]::new));
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
