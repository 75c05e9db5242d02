package dev.windfall.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.windfall.DatabaseGate;
import dev.windfall.TestDatabase;
import dev.windfall.account.Node;
import dev.windfall.account.Visitor;
import dev.windfall.prizes.Snapshots;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class AdminPageIntegrationTests {

    private static final String NODE_1 = "windfall.refresh.node-name=node-1";
    private static final String NODE_2 = "windfall.refresh.node-name=node-2";
    private static final String OFTEN = "windfall.refresh.interval=200ms";

    private final String database = TestDatabase.createUrl();
    private final JdbcClient jdbc = JdbcClient.create(TestDatabase.at(database));

    @Test
    void showsEveryNodeOnEachOfThem() {
        try (var first = Node.on(database, NODE_1, OFTEN).withAccounts();
                var second = Node.on(database, NODE_2, OFTEN)) {
            Visitor staff = first.signedIn("clerk");

            for (Node node : new Node[] {first, second}) {
                patiently()
                        .untilAsserted(() -> assertThat(nodesAt(staff.at(node)))
                                .contains("node-1", "node-2", "All 2 nodes show version 0")
                                .containsOnlyOnce("this node"));
            }
        }
    }

    @Test
    void namesItsNodeByHostAndPortUnlessTold() {
        try (var node = Node.on(database).withAccounts()) {
            assertThat(nodesAt(node.signedIn("clerk")))
                    .contains(":" + node.uri().getPort() + "<", "The one node there is shows version 0, the newest.");
        }
    }

    @Test
    void namesTheNodeThatIsBehindOrSilent() {
        addSilentNode("stopped-node");
        jdbc.sql("update data_version set version = 2").update();
        try (var node = Node.on(database, NODE_1, OFTEN).withAccounts()) {
            Visitor staff = node.signedIn("clerk");

            patiently()
                    .untilAsserted(() -> assertThat(nodesAt(staff))
                            .containsPattern("stopped-node lacks 2 versions and has said nothing for [\\d,]+ seconds")
                            .doesNotContain("node-1 lacks"));
            assertThat(staff.get("/admin").body()).contains("stopped-node lacks 2 versions");
        }
    }

    @Test
    void showsTheAnswerOfEachNodeToARefresh() {
        try (var first = Node.on(database, NODE_1, OFTEN).withAccounts();
                var second = Node.on(database, NODE_2, OFTEN)) {
            Visitor staff = first.signedIn("clerk");
            patiently().untilAsserted(() -> assertThat(nodesAt(staff)).contains("node-2"));

            var answer = staff.submit("/admin", "/admin/refreshes");

            assertThat(answer.headers().firstValue("Location")).contains("/admin#refreshes");
            assertThat(answersAt(staff)).contains("asked for by clerk").containsPattern("node-1[^–]*was up to date");
            patiently()
                    .untilAsserted(() -> assertThat(answersAt(staff))
                            .containsPattern("node-2[^–]*was up to date")
                            .doesNotContain("waiting"));
            patiently()
                    .untilAsserted(() -> assertThat(answersAt(staff.at(second)))
                            .containsPattern("node-1[^–]*was up to date")
                            .containsPattern("node-2[^–]*was up to date"));
        }
    }

    @Test
    void waitsForANodeThatDoesNotAnswerAndSaysSoLater() {
        addSilentNode("stopped-node");
        try (var node =
                Node.on(database, NODE_1, "windfall.refresh.interval=1h").withAccounts()) {
            Visitor staff = node.signedIn("clerk");
            staff.submit("/admin", "/admin/refreshes");

            assertThat(answersAt(staff)).contains("waiting for its answer");
            assertThat(nodesAt(staff)).contains("hx-trigger=\"every 1s\"");

            node.clock().advance(Duration.ofSeconds(31));

            assertThat(answersAt(staff)).contains("has not answered").doesNotContain("waiting");
        }
    }

    @Test
    void showsItsOwnNodeWhileTheDatabaseIsAway() throws Exception {
        try (var gate = DatabaseGate.open(database);
                var node = Node.on(gate.url(), NODE_1, "windfall.refresh.interval=1h")
                        .withAccounts();
                var other = Node.on(database, NODE_2, OFTEN)) {
            Visitor staff = node.signedIn("clerk");
            assertThat(staff.submit("/admin", "/admin/refreshes").statusCode()).isEqualTo(302);
            assertThat(nodesAt(staff)).contains("node-1", "node-2").doesNotContain("can&#39;t be asked");

            gate.shut();
            node.clock().advance(Duration.ofHours(3));

            assertThat(nodesAt(staff)).contains("node-1", "node-2", "can&#39;t be asked", "180 minutes ago");
            long start = System.nanoTime();
            assertThat(staff.submit("/admin", "/admin/refreshes").statusCode()).isEqualTo(503);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
            assertThat(other.bean(Snapshots.class).find()).isPresent();
        }
    }

    @Test
    void hasThePageLoadedAnewWhenItsNodeShowsAnotherVersion() {
        try (var node = Node.on(database, OFTEN).withAccounts()) {
            Visitor staff = node.signedIn("clerk");
            patiently().until(() -> node.bean(Snapshots.class).find().isPresent());

            assertThat(staff.get("/admin").body()).contains("hx-get=\"/admin/nodes?shown=0\"");
            assertThat(staff.get("/admin/nodes?shown=0").headers().firstValue("HX-Refresh"))
                    .isEmpty();
            jdbc.sql("update data_version set version = 7").update();

            patiently()
                    .untilAsserted(() -> assertThat(
                                    staff.get("/admin/nodes?shown=0").headers().firstValue("HX-Refresh"))
                            .contains("true"));
        }
    }

    @Test
    void keepsSubscribersOut() {
        try (var node = Node.on(database).withAccounts()) {
            assertThat(node.signedIn("1").get("/admin/nodes").statusCode()).isEqualTo(403);
        }
    }

    /// One that has told of itself, and nothing more since.
    private void addSilentNode(String name) {
        jdbc.sql("""
                        insert into nodes (id, name, started_at, seen_at, due_at, data_version, confirmed_at, outcome)
                        select :id, :name, now - interval '1 hour', now - interval '40 s', now - interval '25 s',
                               0, now - interval '40 s', 'UNCHANGED'
                          from clock_timestamp() now
                        """).param("id", UUID.randomUUID()).param("name", name).update();
    }

    private static String nodesAt(Visitor staff) {
        var answer = staff.get("/admin/nodes");
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private static String answersAt(Visitor staff) {
        String page = nodesAt(staff);
        return page.substring(page.indexOf("id=\"refreshes\""), page.indexOf("id=\"own\""));
    }

    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(50));
    }
}
