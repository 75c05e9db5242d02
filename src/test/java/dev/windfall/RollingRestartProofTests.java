package dev.windfall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.windfall.PageLoad.Page;
import dev.windfall.account.Node;
import dev.windfall.account.Visitor;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Three nodes behind a load balancer, each ended by SIGTERM and started again while people look.
class RollingRestartProofTests {

    private static final int VIEWS_PER_SECOND = 200;

    /// What java ends by when it was told to.
    private static final int SIGTERM = 143;

    @TempDir
    Path folder;

    @Test
    void restartsNodeByNodeWithoutAFailedRequest() throws Exception {
        String url = TestDatabase.createUrl();
        try (var node = Node.at(Instant.parse(NodeProcess.TODAY + "T12:00:00Z"), url)) {
            TestDraws.publish(node.withAccounts(), folder, "42", "2026-11-07", 1);
        }
        try (var one = new NodeProcess(folder, url);
                var two = new NodeProcess(folder, url);
                var three = new NodeProcess(folder, url);
                var balancer =
                        Balancer.before(List.of(one.port(), two.port(), three.port()), folder.resolve("haproxy"))) {
            List<NodeProcess> nodes = List.of(one, two, three);
            nodes.forEach(NodeProcess::awaitReady);
            PageLoad load = load(balancer);
            nodes.forEach(RollingRestartProofTests::awaitVisitors);

            for (NodeProcess node : nodes) {
                assertThat(node.end()).isEqualTo(SIGTERM);
                node.startAgain();
                node.awaitReady();
                awaitVisitors(node);
            }

            PageLoad.Figures figures = load.stop();
            System.out.println("proof rolling-restart: 3 nodes restarted, " + figures);
            assertThat(figures.failures()).isEmpty();
            assertThat(figures.viewsPerSecond()).isGreaterThan(VIEWS_PER_SECOND / 4);
        }
    }

    private static PageLoad load(Balancer balancer) {
        Visitor subscriber = Visitor.of(balancer.uri());
        await().atMost(Duration.ofSeconds(30))
                .until(() -> subscriber.get("/login").statusCode() == 200);
        assertThat(subscriber.signIn("1", Node.PASSWORD).statusCode()).isEqualTo(302);
        return PageLoad.on(
                balancer.uri(),
                subscriber.cookies(),
                VIEWS_PER_SECOND,
                List.of(new Page("/prizes", "€5.00"), new Page("/draws", "42")));
    }

    /// The node has its share of the views again.
    private static void awaitVisitors(NodeProcess node) {
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> assertThat(Visitor.of(node.uri())
                                .get("/actuator/prometheus")
                                .body())
                        .containsPattern("http_server_requests_seconds_count\\{[^}]*uri=\"/prizes\"[^}]*} \\d{2,}"));
    }
}
