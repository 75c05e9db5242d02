package dev.windfall.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.windfall.DatabaseGate;
import dev.windfall.Scrape;
import dev.windfall.TestDatabase;
import dev.windfall.account.Node;
import dev.windfall.account.Visitor;
import dev.windfall.publishing.intake.ImportRecords;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// How the dashboard reaches who watches, and leaves alone who doesn't. The meters are read when the test says so, and
/// seldom besides.
class DashboardIntegrationTests {

    private static final int WATCHERS = 3;
    private static final String UPDATES = "/admin/dashboard/updates?span=quarter";

    private final Node node = Node.on(
                    TestDatabase.createUrl(),
                    "windfall.monitoring.interval=10s",
                    "windfall.monitoring.watchers=" + WATCHERS)
            .withAccounts();
    private final Recorder recorder = node.bean(Recorder.class);
    private final Audience audience = node.bean(Audience.class);
    private final List<HttpClient> clients = new ArrayList<>();

    @AfterEach
    void stop() {
        clients.forEach(HttpClient::shutdownNow);
        node.close();
    }

    @Test
    void isForStaffAlone() {
        assertThat(node.signedIn("1").get("/admin/dashboard").statusCode()).isEqualTo(403);
        assertThat(node.signedIn("1").get(UPDATES).statusCode()).isEqualTo(403);
        assertThat(node.visitor().get("/admin/dashboard").statusCode()).isEqualTo(302);
        assertThat(node.signedIn("clerk").get("/admin/dashboard").statusCode()).isEqualTo(200);
    }

    @Test
    void knowsNoOtherSpans() {
        assertThat(node.signedIn("clerk").get("/admin/dashboard?span=century").statusCode())
                .isEqualTo(400);
    }

    @Test
    void sendsWhatHasChangedAsItHappens() throws Exception {
        try (BufferedReader events = watch(node.signedIn("clerk"))) {
            await().until(() -> audience.size() == 1);
            node.visitor().get("/draws");
            recorder.read();

            assertThat(nextEvent(events)).contains("id=\"views\">");
        }
    }

    @Test
    void sendsNothingToNobody() throws Exception {
        try (BufferedReader _ = watch(node.signedIn("clerk"))) {
            await().until(() -> audience.size() == 1);
        }

        await().until(() -> {
            recorder.read();
            return audience.isEmpty();
        });
    }

    @Test
    void turnsAwayWhoFindsNoSeat() throws Exception {
        Visitor clerk = node.signedIn("clerk");
        for (int i = 0; i < WATCHERS; i++) {
            watch(clerk);
        }
        await().until(() -> audience.size() == WATCHERS);

        assertThat(clerk.get(UPDATES).statusCode()).isEqualTo(503);
        assertThat(clerk.get("/admin/dashboard").statusCode()).isEqualTo(200);
    }

    /// Somebody who asks and never reads an answer: it fills what the network holds, and then a thread of its own
    /// waits.
    @Test
    void isNotHeldUpByWhoReadsSlowly() throws IOException {
        await().until(() -> node.visitor().get("/actuator/health/readiness").statusCode() == 200);
        try (var slow = new Socket()) {
            slow.setReceiveBufferSize(1_024);
            slow.connect(new InetSocketAddress(node.uri().getHost(), node.uri().getPort()));
            slow.getOutputStream()
                    .write("GET %s HTTP/1.1\r\nHost: %s\r\nCookie: %s\r\n\r\n"
                            .formatted(
                                    UPDATES,
                                    node.uri().getAuthority(),
                                    node.signedIn("clerk").cookies())
                            .getBytes(StandardCharsets.US_ASCII));
            await().until(() -> audience.size() == 1);
            long readings = recorder.readings();

            for (int i = 0; i < 200; i++) {
                recorder.read();
                assertThat(node.visitor().get("/draws").statusCode()).isEqualTo(200);
            }

            assertThat(recorder.readings()).isGreaterThanOrEqualTo(readings + 200);
        }
    }

    @Test
    void endsWithTheNode() throws Exception {
        try (BufferedReader events = watch(node.signedIn("clerk"))) {
            await().until(() -> audience.size() == 1);

            recorder.stop();

            // long before it would end by itself
            assertTimeoutPreemptively(
                    Duration.ofSeconds(5),
                    () -> assertThat(events.lines()).as("the stream ends").noneMatch(line -> line.startsWith("data:")));
            await().until(audience::isEmpty);
        }
    }

    @Test
    void showsHowFarImportsAre() {
        node.bean(JdbcClient.class).sql("""
                        insert into imports (started_by, prize_table, winners_files, stage, draw_number, prizes, expected,
                                             per_second)
                        values ('clerk', 'table.csv', 1, 'READING', '3047', 1234, 5000, 1000)
                        """).update();

        assertThat(node.signedIn("clerk").get("/admin/dashboard").body())
                .contains("Reads the winners of draw 3047", "1,234 of 5,000", "1,000 a second");
    }

    /// However many short ones have come and gone meanwhile.
    @Test
    void showsAnImportThatTakesLong() {
        node.bean(JdbcClient.class).sql("""
                        insert into imports (started_by, prize_table, winners_files, draw_number, ended_at)
                          select 'clerk', 'table.csv', 1, case n when 1 then 'long' else 'short' end,
                                 case when n > 1 then now() end
                            from generate_series(1, 30) n
                            order by n
                        """).update();

        assertThat(node.bean(ImportRecords.class).underWay())
                .extracting(running -> running.progress().drawNumber())
                .containsExactly("long");
        assertThat(node.signedIn("clerk").get("/admin/dashboard").body())
                .contains("id=\"import-")
                .containsOnlyOnce("id=\"import-");
    }

    @Test
    void countsWhatWasRefusedAsNoAnswerFromMemory() {
        Visitor visitor = node.visitor();
        var before = Scrape.of(node);

        visitor.get("/draws/999999");
        visitor.get("/prizes");
        visitor.get("/draws");

        assertThat(Scrape.of(node).difference(before, "windfall_request_statements_count", "answered_from"))
                // of those is being asked for figures
                .isEqualTo(Map.of("memory", 2.0, "nothing", 2.0));
    }

    @Test
    void makesNoMoreMetersThanThereIsRoomFor() {
        MeterRegistry meters = node.bean(MeterRegistry.class);
        for (int i = 0; i < 2_000; i++) {
            meters.timer("http.server.requests", "uri", "/made-up/" + i).record(Duration.ofMillis(1));
            meters.timer("windfall.statements", "statement", "MadeUp.statement" + i)
                    .record(Duration.ofMillis(1));
            meters.summary("windfall.request.statements", "route", "/made-up/" + i)
                    .record(1);
        }

        assertThat(meters.find("http.server.requests").timers()).hasSizeLessThanOrEqualTo(1_100);
        assertThat(meters.find("windfall.statements").timers()).hasSizeLessThanOrEqualTo(1_100);
        assertThat(meters.find("windfall.request.statements").summaries()).hasSizeLessThanOrEqualTo(1_100);
        assertThat(node.visitor().get("/draws").statusCode()).isEqualTo(200);
        assertThat(node.signedIn("clerk").get("/admin/dashboard").statusCode()).isEqualTo(200);
    }

    @Test
    void saysWhatItCannotKnowWithoutTheDatabase() throws IOException {
        try (var gate = DatabaseGate.open(TestDatabase.createUrl());
                Node cutOff = Node.on(gate.url()).withAccounts()) {
            Visitor clerk = cutOff.signedIn("clerk");
            gate.shut();

            HttpResponse<String> page = clerk.get("/admin/dashboard");

            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("nobody knows of imports");
        }
    }

    @Test
    void countsAddressesThatAreNoneAsOne() {
        Visitor visitor = node.visitor();
        visitor.get("/no-such-page");
        visitor.get("/draws/no-such-draw/1");
        // being asked for figures is one of them
        Scrape.of(node);
        var before = Scrape.of(node);

        for (int i = 0; i < 50; i++) {
            visitor.get("/no-such-page/" + i);
            visitor.get("/draws/no-such-draw/" + i);
        }

        var after = Scrape.of(node);
        String requests = "http_server_requests_seconds_count";
        assertThat(after.values(requests, "uri")).isEqualTo(before.values(requests, "uri"));
        assertThat(after.values("windfall_request_statements_count", "route"))
                .isEqualTo(before.values("windfall_request_statements_count", "route"));
    }

    private BufferedReader watch(Visitor visitor) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        clients.add(client);
        URI address = node.uri().resolve(UPDATES);
        HttpResponse<InputStream> response = client.send(
                HttpRequest.newBuilder(address)
                        .header("Cookie", visitor.cookies())
                        .build(),
                BodyHandlers.ofInputStream());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("text/event-stream;charset=UTF-8");
        return new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    }

    private static String nextEvent(BufferedReader events) throws IOException {
        var event = new StringBuilder();
        for (String line = events.readLine(); line != null; line = events.readLine()) {
            if (line.startsWith("data: ")) {
                event.append(line.substring("data: ".length())).append('\n');
            } else if (line.isEmpty() && !event.isEmpty()) {
                return event.toString();
            }
        }
        return event.toString();
    }
}
