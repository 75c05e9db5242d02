package dev.windfall.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.windfall.Scrape;
import dev.windfall.TestDatabase;
import dev.windfall.TestDraws;
import dev.windfall.account.Node;
import dev.windfall.account.Visitor;
import dev.windfall.monitoring.Dashboard.Used;
import dev.windfall.monitoring.Dashboards.Look;
import dev.windfall.refresh.Refresh;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/// An hour in the life of a node: what happened in it is read back, to the last one, from what operators scrape and
/// from what staff see. The clock is the test's.
@ExtendWith(OutputCaptureExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScriptedHourIntegrationTests {

    private static final int MINUTES = 50;
    private static final int SUBSCRIBERS = 9;
    private static final int PRIZES_VIEWS = 8_000;
    private static final int UNCHANGED_VIEWS = 1_000;
    private static final int DRAWS_VIEWS = 1_000;
    private static final int GREEDY = 3;

    private static final String REQUESTS = "http_server_requests_seconds_count";
    private static final String STATEMENTS = "windfall_statements_seconds_count";

    private Node node;
    private Scrape before;
    private Scrape after;
    private Counts countsBefore;
    private Dashboard dashboard;
    private String page;
    private String log;
    private String subscriberCookie;

    private static final String TRACED = "73914628";
    private static final String TRACED_NAME = "Zephyrine Quark";

    /// What only this test has.
    static final class Provoked {

        @Bean
        RouterFunction<ServerResponse> provoked(JdbcClient jdbc) {
            return RouterFunctions.route()
                    .GET("/draws/greedy", _ -> ServerResponse.ok().body(askAgainAndAgain(jdbc)))
                    .GET("/draws/slow", _ -> ServerResponse.ok().body(askSlowly(jdbc)))
                    .build();
        }

        private static int askAgainAndAgain(JdbcClient jdbc) {
            int sum = 0;
            for (int i = 0; i < 11; i++) {
                sum += jdbc.sql("select cast(:i as integer)")
                        .param("i", i)
                        .query(Integer.class)
                        .single();
            }
            return sum;
        }

        private static boolean askSlowly(JdbcClient jdbc) {
            return jdbc.sql("select pg_sleep(0.6) is not null")
                    .query(Boolean.class)
                    .single();
        }
    }

    @BeforeAll
    void spendAnHour(@TempDir Path folder, CapturedOutput output) {
        node = Node.on(
                        TestDatabase.createUrl(),
                        List.of(Provoked.class),
                        // nothing happens but what the script says
                        "windfall.refresh.interval=1h",
                        "windfall.refresh.listen=false")
                .withAccounts();
        TestDraws.publish(node, folder, "42", "2026-11-07", 5);
        await().until(() -> node.visitor().get("/actuator/health/readiness").statusCode() == 200);
        leaveTraces();
        readMeters();
        before = Scrape.of(node);
        countsBefore = seen().counts();
        play(folder);
        readMeters();
        log = output.toString();
        after = Scrape.of(node);
        dashboard = seen();
        page = node.bean(Dashboards.class).html(new Look(Span.HOUR, Locale.ENGLISH));
    }

    /// Somebody whose number and name are nobody's else, wherever they may get into what is told.
    private void leaveTraces() {
        JdbcClient jdbc = node.bean(JdbcClient.class);
        jdbc.sql("""
                        insert into subscribers (id, name, password_hash)
                          select :number, :name, password_hash from subscribers where id = 1
                        """)
                .param("number", Integer.valueOf(TRACED))
                .param("name", TRACED_NAME)
                .update();
        Visitor traced = node.signedIn(TRACED);
        traced.get("/prizes");
        traced.get("/prizes/months/" + TRACED);
        traced.get("/api/v1/prizes/months/" + TRACED);
        traced.get("/nowhere/" + TRACED);
        node.visitor().signIn(TRACED, "wrong");
        Visitor clerk = node.signedIn("clerk");
        clerk.get("/admin/accounts/" + TRACED);
        clerk.get("/admin/shipments?wanted=" + TRACED);
        clerk.get("/draws/" + TRACED);
        clerk.get("/admin/audit?before=%sx".formatted(TRACED));
        clerk.get("/admin/shipments?done=" + TRACED_NAME.replace(" ", "+"));
        clerk.get("/admin/dashboard?span=" + TRACED);
        send("GET /prizes?subscriber=%s&name=[%s HTTP/1.1".formatted(TRACED, TRACED_NAME.replace(" ", "")), "");
        send("GET /prizes HTTP/1.1", "Cookie: bad cookie subscriber:%s;\r\n".formatted(TRACED));
        send("GET /prizes?a=%%zz%s HTTP/1.1".formatted(TRACED), "");
    }

    /// What no client would send.
    private void send(String line, String headers) {
        try (var socket = new Socket(node.uri().getHost(), node.uri().getPort())) {
            socket.getOutputStream()
                    .write("%s\r\nHost: localhost\r\n%sConnection: close\r\n\r\n"
                            .formatted(line, headers)
                            .getBytes(StandardCharsets.UTF_8));
            socket.getInputStream().readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void play(Path folder) {
        List<Visitor> subscribers = new ArrayList<>();
        for (int number = 1; number <= SUBSCRIBERS; number++) {
            subscribers.add(node.signedIn(Integer.toString(number)));
        }
        subscriberCookie = subscribers.getFirst().cookie("windfall-session");
        Visitor stranger = node.visitor();
        for (int minute = 0; minute < MINUTES; minute++) {
            Visitor subscriber = subscribers.get(minute % SUBSCRIBERS);
            view(subscriber, "/prizes", PRIZES_VIEWS / MINUTES, 200);
            view(stranger, "/draws", DRAWS_VIEWS / MINUTES, 200);
            viewAgain(subscriber, UNCHANGED_VIEWS / MINUTES);
            if (minute == 20) {
                TestDraws.publish(node, folder, "43", "2026-11-14", 1, 2, 3);
            }
            if (minute == 30) {
                assertThat(node.signedIn("clerk")
                                .submit("/admin", "/admin/refreshes")
                                .statusCode())
                        .isEqualTo(302);
            }
            if (minute == 40) {
                view(stranger, "/draws/greedy", GREEDY, 200);
                view(stranger, "/draws/slow", 1, 200);
            }
            readMeters();
            node.clock().advance(Duration.ofMinutes(1));
        }
    }

    private static void view(Visitor visitor, String path, int times, int status) {
        for (int i = 0; i < times; i++) {
            assertThat(visitor.get(path).statusCode()).isEqualTo(status);
        }
    }

    private static void viewAgain(Visitor visitor, int times) {
        String tag = visitor.get("/prizes").headers().firstValue("ETag").orElseThrow();
        visitor.with("If-None-Match", tag);
        view(visitor, "/prizes", times, 304);
        visitor.without("If-None-Match");
    }

    private void readMeters() {
        node.bean(Recorder.class).read();
    }

    private Dashboard seen() {
        return node.bean(Dashboards.class).now(Span.HOUR);
    }

    @AfterAll
    void stop() {
        node.close();
    }

    @Test
    void countsEachView() {
        assertThat(told(REQUESTS, Map.of("uri", "/prizes", "status", "200"))).isEqualTo(PRIZES_VIEWS + MINUTES);
        assertThat(told(REQUESTS, Map.of("uri", "/prizes", "status", "304"))).isEqualTo(UNCHANGED_VIEWS);
        assertThat(told(REQUESTS, Map.of("uri", "/draws", "status", "200"))).isEqualTo(DRAWS_VIEWS);

        assertThat(dashboard.counts().views().answered() - countsBefore.views().answered())
                .isEqualTo(PRIZES_VIEWS + MINUTES + UNCHANGED_VIEWS + DRAWS_VIEWS + GREEDY + 1);
        assertThat(dashboard.counts().views().ofPrizes() - countsBefore.views().ofPrizes())
                .isEqualTo(PRIZES_VIEWS + MINUTES + UNCHANGED_VIEWS);
        assertThat(dashboard.counts().views().failed()).isZero();
    }

    @Test
    void countsEachSignIn() {
        assertThat(told(REQUESTS, Map.of("uri", "/login", "method", "POST"))).isEqualTo(SUBSCRIBERS + 1);
    }

    @Test
    void tellsHowManyViewsAskedTheDatabase() {
        assertThat(told("windfall_request_statements_count", Map.of("route", "/prizes", "answered_from", "memory")))
                .isEqualTo(PRIZES_VIEWS + MINUTES + UNCHANGED_VIEWS);
        assertThat(dashboard.counts().origins().database()).isEqualTo(GREEDY + 1);
        assertThat(dashboard.counts().origins().memory()
                        - countsBefore.origins().memory())
                .isEqualTo(PRIZES_VIEWS + MINUTES + UNCHANGED_VIEWS + DRAWS_VIEWS);
    }

    /// As many as the script has had asked.
    @Test
    void countsStatementsByRoute() {
        assertThat(told(STATEMENTS, Map.of("route", "/draws/greedy"))).isEqualTo(11 * GREEDY);
        assertThat(told(STATEMENTS, Map.of("route", "/draws/slow"))).isEqualTo(1);
        assertThat(told(STATEMENTS, Map.of("route", "/prizes"))).isZero();
        assertThat(told(STATEMENTS, Map.of("route", "/draws"))).isZero();
    }

    @Test
    void countsTheSameStatementsInBothPlaces() {
        double within = after.sum(STATEMENTS, Map.of()) - before.sum(STATEMENTS, Map.of());
        assertThat((double) dashboard.counts().statements() - countsBefore.statements())
                .isEqualTo(within)
                .isPositive();
        assertThat(dashboard.saved())
                .isEqualTo(dashboard.counts().views().ofPrizes()
                        - dashboard.counts().statements());
    }

    /// What a node asks while it is made ready is told to operators, and would dwarf all else on the dashboard.
    @Test
    void showsNothingFromBeforeTheNodeServed() {
        assertThat((double) dashboard.counts().statements()).isLessThan(after.sum(STATEMENTS, Map.of()));
    }

    @Test
    void tellsTheSlowStatement() {
        String name = "ScriptedHourIntegrationTests.askSlowly";
        assertThat(told("windfall_statements_slow_total", Map.of("statement", name)))
                .isEqualTo(1);
        // migrations and polls of a busy machine may be slow as well
        assertThat(dashboard.slow().stream().filter(used -> !used.route().equals("background")))
                .extracting(Used::statement, Used::route, used -> used.usage().slow())
                .containsExactly(tuple(name, "/draws/slow", 1L));
        assertThat(dashboard.topByTime()).extracting(Used::statement).contains(name);
    }

    @Test
    void tellsWhatWasAskedAgainAndAgain() {
        String name = "ScriptedHourIntegrationTests.askAgainAndAgain";
        assertThat(told("windfall_statements_repeated_total", Map.of("statement", name)))
                .isEqualTo(GREEDY);
        assertThat(dashboard.repeated())
                .extracting(
                        Used::statement,
                        Used::route,
                        used -> used.usage().calls(),
                        used -> used.usage().repeated())
                .containsExactly(tuple(name, "/draws/greedy", 11L * GREEDY, (long) GREEDY));
    }

    @Test
    void tellsOfThePublicationAndTheRefresh() {
        assertThat(told("windfall_refreshes_seconds_count", Map.of("cause", "PUBLICATION", "outcome", "RENEWED")))
                .isEqualTo(1);
        assertThat(told("windfall_refreshes_seconds_count", Map.of("cause", "REQUEST", "outcome", "UNCHANGED")))
                .isEqualTo(1);
        assertThat(dashboard.refreshes())
                .extracting(
                        Refresh::cause,
                        refresh -> refresh.loaded().draws(),
                        refresh -> refresh.loaded().prizes())
                .startsWith(
                        tuple(Refresh.Cause.REQUEST, List.of(), 0L),
                        tuple(Refresh.Cause.PUBLICATION, List.of("43"), 4L));
        assertThat(after.sum("windfall_snapshot_draws", Map.of())).isEqualTo(2);
        assertThat(after.sum("windfall_snapshot_prizes", Map.of())).isEqualTo(2 + 4);
        assertThat(after.sum("windfall_snapshot_lag_versions", Map.of())).isZero();
        assertThat(after.sum("windfall_cluster_nodes", Map.of())).isEqualTo(1);
        assertThat(after.sum("windfall_cluster_lagging_nodes", Map.of())).isZero();
        assertThat(told("windfall_cache_loads_seconds_count", Map.of("cache", "winners")))
                .isEqualTo(1);
        assertThat(after.sum("windfall_cache_bytes", Map.of("cache", "winners")))
                .isPositive();
    }

    @Test
    void tellsHowLongViewsTook() {
        assertThat(dashboard.latency(0.5))
                .hasValueSatisfying(ms -> assertThat(ms).isPositive());
        assertThat(dashboard.latency(0.99))
                .hasValueSatisfying(ms -> assertThat(ms)
                        .isGreaterThanOrEqualTo(dashboard.latency(0.5).orElseThrow()));
    }

    @Test
    void showsOnThePageWhatItCounted() {
        assertThat(page)
                .contains(
                        "id=\"views\">%,d<".formatted(dashboard.counts().views().answered()),
                        "id=\"statements\">%,d<".formatted(dashboard.counts().statements()),
                        "%,d saved".formatted(dashboard.saved()),
                        "ScriptedHourIntegrationTests.askSlowly",
                        "ScriptedHourIntegrationTests.askAgainAndAgain",
                        "one draw with 4 prizes",
                        "4 views asked the database");
    }

    @Test
    void showsTheSameToStaff() {
        String served = node.signedIn("clerk").get("/admin/dashboard?span=hour").body();
        assertThat(served)
                .contains(
                        "id=\"views\">%,d<".formatted(dashboard.counts().views().answered()),
                        "ScriptedHourIntegrationTests.askSlowly");
    }

    @Test
    void namesNoSubscriber() {
        assertThat(log).contains("askSlowly took");
        for (String told : List.of(Scrape.text(node), page, log)) {
            assertThat(told)
                    .doesNotContainPattern("subscriber:\\d")
                    .doesNotContainPattern("Subscriber \\d")
                    .doesNotContain(Node.PASSWORD, subscriberCookie, TRACED, TRACED_NAME, TRACED_NAME.replace(" ", ""));
        }
    }

    private double told(String name, Map<String, String> labels) {
        return after.sum(name, labels) - before.sum(name, labels);
    }
}
