package dev.windfall.prizes.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windfall.DatabaseGate;
import dev.windfall.Scrape;
import dev.windfall.TestDatabase;
import dev.windfall.TestDraws;
import dev.windfall.account.Node;
import dev.windfall.account.Visitor;
import dev.windfall.prizes.Snapshots;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// In July and November subscriber 1 has won, subscriber 3 has not.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EarlierPrizesIntegrationTests {

    private final DatabaseGate gate = DatabaseGate.open(TestDatabase.createUrl());
    private final Node node = Node.at(
                    Instant.parse("2026-11-21T12:00:00Z"),
                    gate.url(),
                    "windfall.refresh.interval=1h",
                    "windfall.refresh.listen=false")
            .withAccounts();

    @BeforeAll
    void publish(@TempDir Path folder) {
        TestDraws.publish(node, folder, "40", "2026-07-04", 1, 2);
        TestDraws.publish(node, folder, "41", "2026-07-11", 2);
        TestDraws.publish(node, folder, "42", "2026-11-07", 1);
        TestDraws.declare(node, folder, "43", "2026-11-14");
        TestDraws.declare(node, folder, "39", "2026-10-03");
        node.bean(Snapshots.class).refresh();
    }

    @AfterAll
    void close() throws IOException {
        node.close();
        gate.close();
    }

    @Test
    void listsTheMonthsThatThereWereDrawsIn() {
        assertThat(node.signedIn("1").get("/prizes/months").body())
                .contains("href=\"/prizes/months/202611\"", "href=\"/prizes/months/202607\"", ">July 2026<")
                .doesNotContain("/202608");
    }

    @Test
    void showsWhatWasWonInAMonth() {
        assertThat(node.signedIn("1").get("/prizes/months/202607").body())
                .contains("Prizes of July 2026", "€5.00", "worth €49.00", "One draw without a prize");
        assertThat(node.signedIn("3").get("/prizes/months/202607").body())
                .contains("No prize in this month.", "2 draws without a prize")
                .doesNotContain("€");
    }

    @Test
    void saysThatADrawOfTheMonthMayStillBringAPrize() {
        assertThat(node.signedIn("3").get("/prizes/months/202611").body())
                .contains("No prize in this month so far. One draw is not published", "Complete through draw 42");
        assertThat(node.signedIn("3").get("/prizes/months/202610").body())
                .contains("No prize in this month so far. One draw is not published")
                .doesNotContain("No draw yet", "Complete through");
    }

    /// Each draw of the month is copied once, which is no statement too many.
    @Test
    void countsWhatItHadToLoadAndWhatItHeld(@TempDir Path folder) {
        try (Node fresh = Node.at(
                        Instant.parse("2026-11-21T12:00:00Z"),
                        TestDatabase.createUrl(),
                        "windfall.statements.repeated-after=2")
                .withAccounts()) {
            for (String number : List.of("36", "37", "38")) {
                TestDraws.publish(fresh, folder, number, "2026-07-04", 1);
            }
            fresh.bean(Snapshots.class).refresh();

            fresh.signedIn("1").get("/prizes/months/202607");
            fresh.signedIn("2").get("/prizes/months/202607");

            assertThat(Scrape.of(fresh).sum("cache_gets_total", Map.of("cache", "earlier-winners", "result", "miss")))
                    .isEqualTo(3);
            assertThat(Scrape.of(fresh).sum("cache_gets_total", Map.of("cache", "earlier-winners", "result", "hit")))
                    .isEqualTo(3);
            assertThat(Scrape.of(fresh).names()).doesNotContain("windfall_statements_repeated_total");
        }
    }

    @Test
    void asksTheDatabaseNothingForTheSecondWhoLooksBack() {
        Visitor first = node.signedIn("1");
        Visitor second = node.signedIn("2");
        first.get("/prizes/months");
        first.get("/prizes/months/202607");
        long before = gate.askedBytes();

        assertThat(second.get("/prizes/months/202607").body()).contains("€5.00");
        assertThat(second.get("/prizes/months").statusCode()).isEqualTo(200);
        assertThat(second.get("/draws/1").statusCode()).isEqualTo(200);

        assertThat(gate.askedBytes() - before).as("bytes sent to the database").isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"202606", "202612", "209901", "13", "0", "-1", "999913"})
    void findsNoOtherMonths(String period) {
        assertThat(node.signedIn("1").get("/prizes/months/" + period).statusCode())
                .isEqualTo(404);
        assertThat(node.signedIn("1").get("/api/v1/prizes/months/" + period).statusCode())
                .isEqualTo(404);
        assertThat(node.visitor().get("/draws/months/" + period).statusCode()).isEqualTo(404);
    }

    @Test
    void areForSubscribersOnly() {
        assertThat(node.visitor().get("/prizes/months/202607")).returns(302, HttpResponse::statusCode);
        assertThat(node.signedIn("clerk").get("/prizes/months").statusCode()).isEqualTo(403);
    }
}
