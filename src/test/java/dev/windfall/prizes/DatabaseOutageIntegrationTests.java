package dev.windfall.prizes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.windfall.DatabaseGate;
import dev.windfall.TestDatabase;
import dev.windfall.TestDraws;
import dev.windfall.account.Node;
import dev.windfall.account.Visitor;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseOutageIntegrationTests {

    @TempDir
    Path folder;

    @Test
    void livesWithoutKnowingAnythingUntilTheDatabaseComes() throws IOException {
        try (var gate = DatabaseGate.shut(TestDatabase.createUrl());
                var node = start(gate)) {
            Visitor probe = node.visitor();
            Visitor visitor = node.visitor().with("Accept", "text/html");

            assertThat(probe.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
            assertThat(probe.get("/actuator/health/readiness").statusCode()).isEqualTo(503);
            for (String page : new String[] {"/prizes", "/draws", "/draws/1", "/login", "/api/v1/prizes"}) {
                assertThat(visitor.get(page))
                        .as(page)
                        .returns(503, HttpResponse::statusCode)
                        .satisfies(answer -> assertThat(answer.headers().firstValue("Retry-After"))
                                .isPresent())
                        .satisfies(answer ->
                                assertThat(answer.body()).doesNotContainIgnoringCase("no prize", "Exception"));
            }

            gate.open();

            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(
                                    probe.get("/actuator/health/readiness").statusCode())
                            .isEqualTo(200));
            node.withAccounts();
            assertThat(node.signedIn("1").get("/prizes").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void showsThoseEarlierMonthsThatItHolds() throws IOException {
        try (var gate = DatabaseGate.open(TestDatabase.createUrl());
                var node = start(gate).withAccounts()) {
            TestDraws.publish(node, folder, "40", "2026-06-06", 1);
            TestDraws.publish(node, folder, "41", "2026-07-04", 1);
            Visitor winner = node.signedIn("1");
            assertThat(winner.get("/prizes/months/202607").body()).contains("€5.00");

            gate.shut();

            assertThat(winner.get("/prizes/months/202607").body()).contains("€5.00");
            assertThat(winner.get("/prizes/months/202606"))
                    .returns(503, HttpResponse::statusCode)
                    .satisfies(answer -> assertThat(answer.headers().firstValue("Retry-After"))
                            .isPresent());

            gate.open();

            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(
                            () -> assertThat(winner.get("/prizes/months/202606").body())
                                    .contains("€5.00"));
        }
    }

    @Test
    void goesOnFromTheSnapshotAndSaysAsOfWhen() throws IOException {
        try (var gate = DatabaseGate.open(TestDatabase.createUrl());
                var node = start(gate).withAccounts()) {
            TestDraws.publish(node, folder, "42", "2026-11-07", 1);
            Visitor winner = node.signedIn("1");
            Visitor staff = node.signedIn("clerk");
            HttpResponse<String> fresh = winner.get("/prizes");
            assertThat(fresh.body()).contains("€5.00").doesNotContain("as of");

            gate.shut();
            node.clock().advance(Duration.ofMinutes(5));

            String held = fresh.headers().firstValue("ETag").orElseThrow();
            assertThat(winner.with("If-None-Match", held).get("/prizes").body())
                    .contains("€5.00", "what was published as of");
            winner.with("If-None-Match", "\"no page\"");
            assertThat(winner.get("/api/v1/prizes").statusCode()).isEqualTo(200);
            assertThat(winner.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
            assertThat(winner.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
            assertThat(staff.submit("/admin", "/admin/refreshes").statusCode()).isEqualTo(503);
            assertThat(node.visitor().signIn("1", Node.PASSWORD).statusCode()).isEqualTo(503);

            gate.open();

            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(winner.get("/prizes").body())
                            .contains("€5.00")
                            .doesNotContain("as of"));
            assertThat(node.visitor().signIn("1", Node.PASSWORD).statusCode()).isEqualTo(302);
        }
    }

    private static Node start(DatabaseGate gate) {
        return Node.on(gate.url(), "windfall.refresh.interval=200ms", "windfall.account.poll-interval=1s");
    }
}
