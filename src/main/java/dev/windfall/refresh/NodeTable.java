package dev.windfall.refresh;

import dev.windfall.refresh.Refresh.Outcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The table in which all nodes tell what they show. Every time in it is by the database's clock, for those of the
/// nodes differ; what a node tells and is told is how long ago something was.
@Repository
class NodeTable {

    /// A node that has told nothing for so long is no longer expected back.
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(15);

    private final JdbcClient jdbc;

    NodeTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param shown what the node is to be listed with
    /// @param due after how long its next report will have come
    void report(ThisNode node, ListedNode shown, Duration due) {
        jdbc.sql("""
                        insert into nodes (id, name, started_at, seen_at, due_at, data_version, confirmed_at, outcome,
                                           trouble)
                        values (:id, :name, clock_timestamp() - make_interval(secs => :uptime), clock_timestamp(),
                                clock_timestamp() + make_interval(secs => :due), :dataVersion,
                                clock_timestamp() - make_interval(secs => :age), :outcome, :trouble)
                        on conflict (id) do update
                          set seen_at = excluded.seen_at, due_at = excluded.due_at,
                              data_version = excluded.data_version, confirmed_at = excluded.confirmed_at,
                              outcome = excluded.outcome, trouble = excluded.trouble
                        """)
                .param("id", node.id())
                .param("name", node.name())
                .param("uptime", seconds(node.uptime()))
                .param("due", seconds(due))
                .param("dataVersion", shown.dataVersion().orElse(null))
                .param("age", shown.age().map(NodeTable::seconds).orElse(null))
                .param("outcome", shown.outcome().orElseThrow().name())
                .param("trouble", shown.trouble().orElse(null))
                .update();
    }

    /// The state that all nodes should show.
    long newestVersion() {
        return jdbc.sql("select version from data_version").query(Long.class).single();
    }

    /// All nodes, by name.
    List<ListedNode> list() {
        return jdbc.sql("""
                        select node.id, node.name, node.data_version,
                               greatest(newest.version - coalesce(node.data_version, 0), 0) as versions_behind,
                               cast(extract(epoch from clock_timestamp() - node.confirmed_at) * 1000 as bigint) as age_ms,
                               cast(extract(epoch from clock_timestamp() - node.seen_at) * 1000 as bigint) as silence_ms,
                               node.due_at < clock_timestamp() as overdue, node.outcome, node.trouble
                          from nodes node
                          cross join data_version newest
                          order by node.name, node.started_at, node.id
                        """).query((row, number) -> node(row)).list();
    }

    /// Forgets earlier runs of the same node, of which none can be running still.
    void forgetNamesakes(ThisNode node) {
        jdbc.sql("delete from nodes where name = :name and id <> :id")
                .param("name", node.name())
                .param("id", node.id())
                .update();
    }

    void forgetLost() {
        jdbc.sql("delete from nodes where seen_at < clock_timestamp() - make_interval(secs => :after)")
                .param("after", seconds(FORGOTTEN_AFTER))
                .update();
    }

    void remove(ThisNode node) {
        jdbc.sql("delete from nodes where id = :id").param("id", node.id()).update();
    }

    private static ListedNode node(ResultSet row) throws SQLException {
        return new ListedNode(
                row.getObject("id", UUID.class),
                row.getString("name"),
                false,
                Optional.ofNullable(row.getObject("data_version", Long.class)),
                row.getLong("versions_behind"),
                Optional.ofNullable(row.getObject("age_ms", Long.class)).map(Duration::ofMillis),
                Duration.ofMillis(row.getLong("silence_ms")),
                row.getBoolean("overdue"),
                Optional.of(Outcome.valueOf(row.getString("outcome"))),
                Optional.ofNullable(row.getString("trouble")));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1e3;
    }
}
