package dev.windfall.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.windfall.TestDatabase;
import dev.windfall.account.Node;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class NodesIntegrationTests {

    private static final String NODE_1 = "windfall.refresh.node-name=node-1";
    private static final String NODE_2 = "windfall.refresh.node-name=node-2";
    private static final String OFTEN = "windfall.refresh.interval=100ms";
    private static final String SELDOM = "windfall.refresh.interval=1h";

    private final String database = TestDatabase.createUrl();
    private final JdbcClient jdbc = JdbcClient.create(TestDatabase.at(database));

    @Test
    void forgetsNodesThatHaveToldNothingForLong() {
        addNode("asleep", "14 minutes");
        addNode("dead", "16 minutes");
        try (var _ = Node.on(database, NODE_1, OFTEN)) {
            patiently().until(() -> names().equals(List.of("asleep", "node-1")));
        }
    }

    @Test
    void replacesItsEarlierRun() {
        addNode("node-1", "3 seconds");
        try (var _ = Node.on(database, NODE_1, OFTEN)) {
            patiently()
                    .until(() -> jdbc.sql("select min(clock_timestamp() - seen_at) < interval '2 s' from nodes")
                            .query(Boolean.class)
                            .single());
            assertThat(names()).containsExactly("node-1");
        }
    }

    @Test
    void leavesWhenItEnds() {
        try (var _ = Node.on(database, NODE_1, OFTEN)) {
            patiently().until(() -> names().equals(List.of("node-1")));
        }

        assertThat(names()).isEmpty();
    }

    @Test
    void answersARefreshOnceWhoeverTellsOfIt() {
        try (var asking = Node.on(database, NODE_1, SELDOM);
                var hearing = Node.on(database, NODE_2, SELDOM);
                var looking = Node.on(
                        database, "windfall.refresh.node-name=node-3", OFTEN, "windfall.refresh.listen=false")) {
            patiently().until(() -> names().size() == 3);

            asking.bean(NodeRefresh.class).askAll("clerk");

            patiently()
                    .until(() ->
                            outcomes().equals(List.of("node-1 UNCHANGED", "node-2 UNCHANGED", "node-3 UNCHANGED")));
            for (Node node : List.of(asking, hearing, looking)) {
                assertThat(node.bean(RefreshHistory.class).last())
                        .filteredOn(refresh -> refresh.cause() == Refresh.Cause.REQUEST)
                        .hasSize(1);
            }
        }
    }

    @Test
    void answersWhatWasAskedWhileItWasFrozenAndNoMore() {
        try (var node = Node.on(database, NODE_1, SELDOM, "windfall.refresh.listen=false")) {
            patiently().until(() -> names().size() == 1);
            jdbc.sql("insert into refresh_requests (requested_by, requested_at) values ('a', now()), ('b', now())")
                    .update();
            jdbc.sql("""
                            insert into refresh_answers (request_id, node_id, node_name)
                            select request.id, node.id, node.name from refresh_requests request cross join nodes node
                            """).update();

            node.bean(SnapshotPoll.class).hint();

            patiently().until(() -> outcomes().equals(List.of("node-1 UNCHANGED", "node-1 UNCHANGED")));
        }
    }

    @Test
    void keepsTheLastTwentyRequests() {
        try (var node = Node.on(database, NODE_1, SELDOM)) {
            for (int i = 1; i <= 25; i++) {
                node.bean(NodeRefresh.class).askAll("clerk " + i);
            }

            assertThat(jdbc.sql("select requested_by from refresh_requests order by id")
                            .query((row, number) -> row.getString("requested_by"))
                            .list())
                    .hasSize(20)
                    .startsWith("clerk 6")
                    .endsWith("clerk 25");
            assertThat(outcomes()).hasSize(20);
        }
    }

    private void addNode(String name, String silence) {
        jdbc.sql("""
                        insert into nodes (id, name, started_at, seen_at, due_at, outcome)
                        select :id, :name, seen_at, seen_at, seen_at, 'UNCHANGED'
                          from (select clock_timestamp() - cast(:silence as interval) as seen_at) seen
                        """)
                .param("id", UUID.randomUUID())
                .param("name", name)
                .param("silence", silence)
                .update();
    }

    private List<String> names() {
        return jdbc.sql("select name from nodes order by name")
                .query((row, number) -> row.getString("name"))
                .list();
    }

    private List<String> outcomes() {
        return jdbc.sql("select node_name, outcome from refresh_answers order by node_name, request_id")
                .query((row, number) -> row.getString("node_name") + " " + row.getString("outcome"))
                .list();
    }

    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(50));
    }
}
