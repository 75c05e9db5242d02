package dev.windfall.delivery.intake;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.windfall.DatabaseGate;
import dev.windfall.Scrape;
import dev.windfall.TestDatabase;
import dev.windfall.account.Node;
import dev.windfall.delivery.code.StatusCodes;
import dev.windfall.simulator.carrier.Carrier;
import dev.windfall.simulator.carrier.CodeServer;
import dev.windfall.simulator.carrier.CodeServer.Code;
import dev.windfall.simulator.carrier.CodeServer.Fault;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Carriers' updates over real HTTP into a real database. Two nodes share it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UpdatesIntegrationTests {

    private static final String OLD_SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String NEW_SECRET = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oDbmFu";
    private static final String STRANGERS_SECRET = "whsec_YWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFh";

    /// More than there is room for, if what they promise counted.
    private static final int STRANGERS = 40;

    private static final List<Code> CODES = List.of(
            new Code("swift", "D1", "delivered"),
            new Code("swift", "OFD", "out_for_delivery"),
            new Code("swift", "TR", "in_transit"));

    private CodeServer service;
    private Node node;
    private Node other;
    private Carrier carrier;

    @BeforeAll
    void start() throws IOException {
        service = CodeServer.start(CODES, 0);
        String database = TestDatabase.createUrl();
        node = node(database);
        other = node(database);
        carrier = new Carrier(node.uri(), "swift", NEW_SECRET);
        awaitCodes(node);
        awaitCodes(other);
    }

    private Node node(String databaseUrl, String... further) {
        List<String> settings = List.of(
                "windfall.delivery.code-service=" + service.uri(),
                "windfall.delivery.carriers.swift.secrets=%s,%s".formatted(OLD_SECRET, NEW_SECRET),
                "windfall.delivery.max-request-size=64KB");
        return Node.on(
                databaseUrl,
                Stream.concat(settings.stream(), Arrays.stream(further)).toArray(String[]::new));
    }

    private static void awaitCodes(Node node) {
        await().until(() -> node.bean(StatusCodes.class).of("swift").isPresent());
    }

    @AfterAll
    void stop() {
        carrier.close();
        node.close();
        other.close();
        service.close();
    }

    @BeforeEach
    void forget() {
        jdbc().sql("truncate parcel_events, carrier_requests").update();
    }

    @Test
    void areStoredIfWinnersWantToKnow() throws Exception {
        HttpResponse<String> answer = post("[%s, %s, %s]"
                .formatted(
                        update("e1", "T1", "OFD", "2026-11-21T08:00:00+01:00"),
                        update("e2", "T1", "TR", "2026-11-21T09:00:00+01:00"),
                        update("e3", "T1", "D1", "2026-11-21T10:00:00+01:00")));

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(receipt(answer)).isEqualTo(Map.of("received", 3, "stored", 2, "duplicates", 0, "dropped", 1));
        assertThat(stored())
                .containsExactly(
                        "swift T1 1 out_for_delivery e1 2026-11-21T07:00:00Z",
                        "swift T1 1 delivered e3 2026-11-21T09:00:00Z");
    }

    @Test
    void areOneHoweverOftenTheyCome() throws Exception {
        String update = update("e1", "T1", "D1", "2026-11-21T10:00:00Z");
        post("[" + update + "]");
        for (int i = 0; i < 9; i++) {
            assertThat(receipt(post("[%s, %s]".formatted(update, update))))
                    .isEqualTo(Map.of("received", 2, "stored", 0, "duplicates", 2, "dropped", 0));
        }

        assertThat(stored()).hasSize(1);
    }

    @Test
    void areOneWhenTheyComeToAllNodesAtOnce() throws Exception {
        String updates = "[%s, %s]"
                .formatted(
                        update("e1", "T1", "OFD", "2026-11-21T10:00:00Z"),
                        update("e2", "T2", "D1", "2026-11-21T10:00:00Z"));
        Callable<HttpResponse<String>> here = () -> post(updates);
        Callable<HttpResponse<String>> there = () -> {
            try (var toOther = new Carrier(other.uri(), "swift", OLD_SECRET)) {
                return toOther.post(updates, other.clock().instant());
            }
        };
        int stored = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<HttpResponse<String>> answer :
                    threads.invokeAll(List.of(here, there, here, there, here, there))) {
                stored += receipt(answer.get()).getOrDefault("stored", 0);
            }
        }

        assertThat(stored).isEqualTo(2);
        assertThat(stored()).hasSize(2);
    }

    @Test
    void areTakenUnderTheOldSecretAndTheNewOne() throws Exception {
        for (String secret : List.of(OLD_SECRET, NEW_SECRET)) {
            try (var changing = new Carrier(node.uri(), "swift", secret)) {
                assertThat(changing.post("[]", now()).statusCode()).isEqualTo(202);
            }
        }
    }

    @Test
    void areRefusedFromStrangers() throws Exception {
        try (var stranger = new Carrier(node.uri(), "swift", STRANGERS_SECRET)) {
            refused(
                    stranger.request("m1", seconds(), EVENT, stranger.signature("m1", seconds(), EVENT)),
                    401,
                    "forged");
        }
        refused(carrier.request("m1", seconds(), EVENT, "v1,bm8="), 401, "forged");
        refused(carrier.request("m1", seconds(), EVENT, "none"), 401, "unsigned");
        refused(carrier.request("m2", seconds(), EVENT, carrier.signature("m1", seconds(), EVENT)), 401, "forged");
        refused(
                carrier.request("m1", seconds(), EVENT + " ", carrier.signature("m1", seconds(), EVENT)),
                401,
                "forged");
    }

    @Test
    void areRefusedOfAnotherTime() throws Exception {
        for (long skew : List.of(-301L, 301L)) {
            long then = seconds() + skew;
            refused(carrier.request("m1", then, EVENT, carrier.signature("m1", then, EVENT)), 401, "out_of_time");
        }
    }

    @Test
    void areRefusedAgain() throws Exception {
        HttpRequest request = carrier.request("m1", seconds(), EVENT, carrier.signature("m1", seconds(), EVENT));
        assertThat(carrier.send(request).statusCode()).isEqualTo(202);
        jdbc().sql("truncate parcel_events").update();

        refused(request, 409, "replayed");
        HttpRequest elsewhere = HttpRequest.newBuilder(request, (name, value) -> !name.equalsIgnoreCase("host"))
                .uri(other.uri().resolve(request.uri().getPath()))
                .build();
        assertThat(carrier.send(elsewhere).statusCode()).isEqualTo(409);
        assertThat(stored()).isEmpty();
    }

    @Test
    void ofNoInterestAreRefusedAgainAsWell() throws Exception {
        String body = "[{\"status_code\": \"TR\"}]";
        HttpRequest request = carrier.request("m9", seconds(), body, carrier.signature("m9", seconds(), body));
        assertThat(carrier.send(request).statusCode()).isEqualTo(202);

        refused(request, 409, "replayed");
    }

    @Test
    void areTakenAgainInAnotherAttempt() throws Exception {
        assertThat(post(EVENT).statusCode()).isEqualTo(202);
        assertThat(receipt(post(EVENT))).containsEntry("duplicates", 1);
    }

    @Test
    void areRefusedOfCarriersThatNobodyKnows() throws Exception {
        try (var unknown = new Carrier(node.uri(), "tortoise", NEW_SECRET)) {
            refused(
                    unknown.request("m1", seconds(), EVENT, unknown.signature("m1", seconds(), EVENT)),
                    404,
                    "unknown_carrier");
        }
        assertThat(Scrape.of(node).values("windfall_delivery_requests_total", "carrier"))
                .doesNotContain("tortoise");
    }

    @Test
    void areRefusedAllTogetherIfOneIsGarbage() throws Exception {
        String body = "[%s,\n{\"status_code\": \"D1\"}]".formatted(update("e1", "T1", "D1", "2026-11-21T10:00:00Z"));

        HttpResponse<String> answer = refused(
                carrier.request("m1", seconds(), body, carrier.signature("m1", seconds(), body)), 400, "unreadable");

        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(problem(answer).path("detail").asString(""))
                .startsWith("update 2, line 2, column ")
                .endsWith("event_id is missing");
    }

    @Test
    void areRefusedInAnotherForm() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        carrier.request("m1", seconds(), EVENT, carrier.signature("m1", seconds(), EVENT)),
                        (name, value) -> !name.equalsIgnoreCase("content-type"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .build();

        assertThat(problem(refused(request, 415, "no_json")).path("detail").asString(""))
                .contains("application/json", "application/x-ndjson");
    }

    /// Who promises much and sends little takes the room of what he sends.
    @Test
    void areTakenWhileStrangersSendSlowly() throws Exception {
        double before = counted("unreadable");
        List<Socket> strangers = new ArrayList<>();
        try {
            for (int i = 0; i < STRANGERS; i++) {
                var stranger = new Socket(node.uri().getHost(), node.uri().getPort());
                strangers.add(stranger);
                stranger.getOutputStream()
                        .write("""
                                POST /api/v1/carriers/swift/updates HTTP/1.1
                                Host: localhost
                                Content-Type: application/json
                                Content-Length: 65000
                                webhook-id: m%d
                                webhook-timestamp: %d
                                webhook-signature: v1,AAAA

                                [""".formatted(i, seconds()).replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
            }

            for (int i = 0; i < 20; i++) {
                assertThat(post(EVENT).statusCode()).isEqualTo(202);
            }
        } finally {
            for (Socket stranger : strangers) {
                stranger.close();
            }
        }
        // what is broken off is counted once the node has seen that, which other tests are not to see
        await().until(() -> counted("unreadable") - before == STRANGERS);
    }

    /// A gigabyte is told in the head, or never.
    @Test
    void areRefusedInABodyThatIsTooLarge() throws Exception {
        double before = counted("too_large");

        assertThat(statusOf("Content-Length: 1073741824", 0)).isEqualTo(413);
        assertThat(statusOf("Transfer-Encoding: chunked", 1 << 30)).isEqualTo(413);

        assertThat(counted("too_large") - before).isEqualTo(2);
        assertThat(stored()).isEmpty();
    }

    @Test
    void comeBackLaterWhileNobodyKnowsTheCodes() throws Exception {
        service.fail(Fault.UNAVAILABLE);
        try (Node late = node(TestDatabase.createUrl());
                var toLate = new Carrier(late.uri(), "swift", NEW_SECRET)) {
            HttpResponse<String> refused = toLate.post(EVENT, late.clock().instant());
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).contains("5");

            service.fail(Fault.NONE);
            awaitCodes(late);
            assertThat(receipt(toLate.post(EVENT, late.clock().instant()))).containsEntry("stored", 1);
        } finally {
            service.fail(Fault.NONE);
        }
    }

    @Test
    void comeBackLaterWhileTheDatabaseIsAway() throws Exception {
        try (var gate = DatabaseGate.open(TestDatabase.createUrl());
                Node cutOff = node(gate.url());
                var toCutOff = new Carrier(cutOff.uri(), "swift", NEW_SECRET)) {
            awaitCodes(cutOff);
            gate.shut();
            HttpRequest request = toCutOff.request("m1", seconds(), EVENT, toCutOff.signature("m1", seconds(), EVENT));

            HttpResponse<String> refused = toCutOff.send(request);
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            assertThat(toCutOff.post("[{\"status_code\": \"TR\"}]", now()).statusCode())
                    .as("what is of no interest needs no database")
                    .isEqualTo(202);

            gate.open();
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(toCutOff.send(request).statusCode())
                            .as("the same request, which was not taken")
                            .isEqualTo(202));
        }
    }

    @Test
    void areCounted() throws Exception {
        var before = Scrape.of(node);

        post("[%s, {\"status_code\": \"TR\"}, {\"status_code\": \"TR\"}]"
                .formatted(update("e1", "T1", "D1", "2026-11-21T10:00:00Z")));
        post(EVENT);

        assertThat(Scrape.of(node).difference(before, "windfall_delivery_updates_total", "outcome"))
                .isEqualTo(Map.of("stored", 1.0, "duplicate", 1.0, "dropped", 2.0));
    }

    private static final String EVENT = "[" + update("e1", "T1", "D1", "2026-11-21T10:00:00Z") + "]";

    private static String update(String eventId, String trackingNumber, String code, String time) {
        return """
                {"event_id": "%s", "tracking_number": "%s", "status_code": "%s", "occurred_at": "%s"}""".formatted(eventId, trackingNumber, code, time);
    }

    private HttpResponse<String> post(String updates) throws IOException, InterruptedException {
        return carrier.post(updates, now());
    }

    private Instant now() {
        return node.clock().instant();
    }

    private long seconds() {
        return now().getEpochSecond();
    }

    /// Sends what is to be refused, which is counted, and of which nothing is stored.
    private HttpResponse<String> refused(HttpRequest request, int status, String outcome)
            throws IOException, InterruptedException {
        double before = counted(outcome);

        HttpResponse<String> answer = carrier.send(request);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(counted(outcome) - before).isEqualTo(1);
        assertThat(stored()).isEmpty();
        assertThat(answer.body()).as("which request it was").containsPattern("\"requestId\":\"[0-9a-f]{16}");
        return answer;
    }

    private double counted(String outcome) {
        return Scrape.of(node).sum("windfall_delivery_requests_total", Map.of("outcome", outcome));
    }

    /// Of a request with a body without end, as far as it is read.
    private int statusOf(String length, long bytes) throws IOException {
        URI uri = node.uri();
        String head = """
                POST /api/v1/carriers/swift/updates HTTP/1.1
                Host: 127.0.0.1
                Content-Type: application/json
                webhook-id: m1
                webhook-timestamp: %d
                webhook-signature: v1,bm8=
                %s

                """.formatted(seconds(), length).replace("\n", "\r\n");
        byte[] chunk = ("1000\r\n" + " ".repeat(0x1000) + "\r\n").getBytes(US_ASCII);
        try (var socket = new Socket(uri.getHost(), uri.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(head.getBytes(US_ASCII));
            try {
                for (long sent = 0; sent < bytes && socket.getInputStream().available() == 0; sent += 0x1000) {
                    out.write(chunk);
                }
            } catch (SocketException e) {
                // it has been answered and is not listened to any longer
            }
            var answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
            return Integer.parseInt(answer.readLine().split(" ", -1)[1]);
        }
    }

    private JdbcClient jdbc() {
        return node.bean(JdbcClient.class);
    }

    private List<String> stored() {
        return jdbc().sql("""
                        select concat_ws(' ', carrier, tracking_number, leg, event_type, event_id,
                               to_char(occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))
                          from parcel_events
                          order by event_id
                        """).query((row, _) -> row.getString(1)).list();
    }

    private static JsonNode problem(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Integer> receipt(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return JsonMapper.shared().readValue(answer.body(), Map.class);
    }
}
