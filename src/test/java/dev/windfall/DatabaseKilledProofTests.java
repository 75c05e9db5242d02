package dev.windfall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.windfall.PageLoad.Page;
import dev.windfall.account.Node;
import dev.windfall.account.Visitor;
import dev.windfall.database.FreePort;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/// PostgreSQL is killed while people look, and comes back half a minute later.
class DatabaseKilledProofTests {

    private static final int VIEWS_PER_SECOND = 300;
    private static final Duration AWAY = Duration.ofSeconds(30);
    private static final Duration REFUSED_WITHIN = Duration.ofSeconds(3);
    private static final Duration RECOVERED_WITHIN = Duration.ofSeconds(10);

    @TempDir
    Path folder;

    /// By the path written to, in milliseconds.
    private final Map<String, List<Long>> refusals = new TreeMap<>();

    @Test
    void showsItsPagesWithoutTheDatabaseAndRecoversByItself() throws Exception {
        try (var database = new PostgresServer(folder.resolve("postgresql"), FreePort.find())) {
            try (var node = Node.at(Instant.parse(NodeProcess.TODAY + "T12:00:00Z"), database.url())) {
                TestDraws.publish(node.withAccounts(), folder, "42", "2026-11-07", 1);
            }
            try (var node = new NodeProcess(folder, database.url());
                    var liveness = Executors.newSingleThreadScheduledExecutor()) {
                node.awaitReady();
                Process process = node.process();
                Visitor subscriber = signedIn(node, "1");
                Visitor staff = signedIn(node, "clerk");
                var notLive = new AtomicInteger();
                var _ = liveness.scheduleAtFixedRate(
                        () -> notLive.addAndGet(node.status("/actuator/health/liveness") == 200 ? 0 : 1),
                        0,
                        250,
                        TimeUnit.MILLISECONDS);
                warmUp(node, subscriber);
                PageLoad load = load(node, subscriber);
                await().atMost(Duration.ofMinutes(1)).until(() -> load.views() > 5 * VIEWS_PER_SECOND);

                int killed = database.kill();
                writeInVainFor(AWAY, staff);
                database.startAgain();
                long backNs = System.nanoTime();
                Duration recovery = recovery(database, subscriber, staff, backNs);

                PageLoad.Figures figures = load.stop();
                System.out.printf(
                        "proof database-killed: %d processes killed, away %d s, %s%n",
                        killed, AWAY.toSeconds(), figures);
                refusals.forEach((path, tookMs) -> System.out.printf(
                        "proof database-killed: %s refused by 503 %d times, within %d ms%n",
                        path, tookMs.size(), Collections.max(tookMs)));
                System.out.printf(
                        "proof database-killed: liveness down %d times; recovered %d ms after its return%n",
                        notLive.get(), recovery.toMillis());
                assertThat(figures.failures()).isEmpty();
                assertThat(figures.viewsPerSecond()).isGreaterThan(VIEWS_PER_SECOND * 9 / 10);
                assertThat(notLive).hasValue(0);
                assertThat(refusals.values())
                        .hasSize(2)
                        .allSatisfy(tookMs -> assertThat(tookMs).allMatch(ms -> ms < REFUSED_WITHIN.toMillis()));
                assertThat(recovery).isLessThan(RECOVERED_WITHIN);
                assertThat(node.process()).isSameAs(process).matches(Process::isAlive);
            }
        }
    }

    /// Until the views' code is compiled.
    private static void warmUp(NodeProcess node, Visitor subscriber) {
        PageLoad load = load(node, subscriber);
        await().atMost(Duration.ofMinutes(3)).until(() -> load.views() > 20 * VIEWS_PER_SECOND);
        assertThat(load.stop().failures()).isEmpty();
    }

    private static PageLoad load(NodeProcess node, Visitor subscriber) {
        return PageLoad.on(
                node.uri(),
                subscriber.cookies(),
                VIEWS_PER_SECOND,
                List.of(new Page("/prizes", "€5.00"), new Page("/draws", "42")));
    }

    /// Staff try to write all the while.
    private void writeInVainFor(Duration away, Visitor staff) {
        long untilNs = System.nanoTime() + away.toNanos();
        String formToken = staff.formToken("/admin");
        while (System.nanoTime() < untilNs) {
            refused("/admin/refreshes", path -> staff.post(path, formToken));
            refused(
                    "/admin/imports",
                    path -> staff.postFiles(
                            path,
                            formToken,
                            "prizeTable",
                            "table.csv",
                            "draw_date,draw_no,tier,prize_amount,currency,winners_count\n2026-11-14,43,Small prize,5.00,EUR,1\n",
                            "winnersFiles",
                            "winners-43.csv",
                            "draw_no,subscriber_id,tier,amount,currency\n43,2,Small prize,5.00,EUR\n"));
        }
    }

    private void refused(String path, Function<String, HttpResponse<String>> write) {
        long begun = System.nanoTime();
        assertThat(write.apply(path).statusCode()).as(path).isEqualTo(503);
        long tookMs = (System.nanoTime() - begun) / 1_000_000;
        refusals.computeIfAbsent(path, _ -> new ArrayList<>()).add(tookMs);
    }

    /// How long it takes until staff can write, somebody can sign in, and what is new shows.
    private static Duration recovery(PostgresServer database, Visitor subscriber, Visitor staff, long backNs) {
        long version = JdbcClient.create(TestDatabase.at(database.url()))
                .sql("update data_version set version = version + 1 returning version")
                .query(Long.class)
                .single();
        await().atMost(RECOVERED_WITHIN.multipliedBy(2))
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> {
                    assertThat(subscriber.get("/api/v1/prizes").body()).contains("\"dataVersion\":" + version);
                    assertThat(staff.submit("/admin", "/admin/refreshes").statusCode())
                            .isLessThan(400);
                });
        return Duration.ofNanos(System.nanoTime() - backNs);
    }

    private static Visitor signedIn(NodeProcess node, String username) {
        Visitor visitor = Visitor.of(node.uri());
        assertThat(visitor.signIn(username, Node.PASSWORD).statusCode()).isEqualTo(302);
        return visitor;
    }
}
