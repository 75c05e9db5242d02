package dev.windfall.refresh;

import dev.windfall.refresh.Refresh.Outcome;
import dev.windfall.refresh.RefreshRequest.Answer;
import dev.windfall.refresh.RefreshRequest.Given;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What staff asked of all nodes, and what these answered. A request holds a place for the answer of each node that was
/// there when it was made; each fills its own, once.
@Repository
class RefreshRequestTable {

    private static final int KEPT = 20;

    private final JdbcClient jdbc;

    RefreshRequestTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Adds a request in the caller's transaction. All nodes but the asking one hear of it.
    ///
    /// @return the request's id
    long add(String by, ThisNode asking) {
        long id = jdbc.sql("""
                        insert into refresh_requests (requested_by, requested_at)
                        values (:by, clock_timestamp())
                        returning id
                        """).param("by", by).query(Long.class).single();
        jdbc.sql("""
                        insert into refresh_answers (request_id, node_id, node_name)
                        select :request, id, name
                          from nodes
                          where id <> :asking
                        """).param("request", id).param("asking", asking.id()).update();
        forgetBefore(id - KEPT);
        return id;
    }

    private void forgetBefore(long id) {
        jdbc.sql("delete from refresh_requests where id <= :id").param("id", id).update();
    }

    /// The requests that the node has not answered, in their order.
    List<Long> open(ThisNode node) {
        return jdbc.sql("""
                        select request_id
                          from refresh_answers
                          where node_id = :node and outcome is null
                          order by request_id
                        """)
                .param("node", node.id())
                .query((row, number) -> row.getLong("request_id"))
                .list();
    }

    /// Answers a request, unless it is answered or forgotten already.
    void answer(long request, ThisNode node, Refresh refresh, Optional<Long> dataVersion) {
        jdbc.sql("""
                        insert into refresh_answers as answer (request_id, node_id, node_name, answered_at, outcome,
                                                               trouble, took_ms, data_version)
                        select id, :node, :name, clock_timestamp(), :outcome, :trouble, :took, cast(:dataVersion as bigint)
                          from refresh_requests
                          where id = :request
                        on conflict (request_id, node_id) do update
                          set answered_at = excluded.answered_at, outcome = excluded.outcome,
                              trouble = excluded.trouble, took_ms = excluded.took_ms,
                              data_version = excluded.data_version
                          where answer.outcome is null
                        """)
                .param("request", request)
                .param("node", node.id())
                .param("name", node.name())
                .param("outcome", refresh.outcome().name())
                .param("trouble", refresh.trouble().map(Trouble::sentence).orElse(null))
                .param("took", refresh.took().toMillis())
                .param("dataVersion", dataVersion.orElse(null))
                .update();
    }

    /// The latest request with all answers; empty if there is none.
    Optional<RefreshRequest> latest() {
        record Row(String by, Duration ago, Answer answer) {}
        List<Row> rows = jdbc.sql("""
                        select request.requested_by,
                               cast(extract(epoch from clock_timestamp() - request.requested_at) * 1000 as bigint) as ago_ms,
                               answer.node_name, answer.outcome, answer.trouble, answer.took_ms, answer.data_version
                          from refresh_requests request
                          join refresh_answers answer on answer.request_id = request.id
                          where request.id = (select max(id) from refresh_requests)
                          order by answer.node_name, answer.node_id
                        """)
                .query((row, number) ->
                        new Row(row.getString("requested_by"), Duration.ofMillis(row.getLong("ago_ms")), answer(row)))
                .list();
        return rows.stream()
                .findFirst()
                .map(first -> new RefreshRequest(
                        first.by(), first.ago(), rows.stream().map(Row::answer).toList()));
    }

    private static Answer answer(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        return new Answer(row.getString("node_name"), outcome == null ? Optional.empty() : Optional.of(given(row)));
    }

    private static Given given(ResultSet row) throws SQLException {
        return new Given(
                Outcome.valueOf(row.getString("outcome")),
                Duration.ofMillis(row.getLong("took_ms")),
                Optional.ofNullable(row.getObject("data_version", Long.class)),
                Optional.ofNullable(row.getString("trouble")));
    }
}
