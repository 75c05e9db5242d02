package dev.windfall.statement;

import java.sql.ResultSet;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import net.ttddyy.dsproxy.ConnectionInfo;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.proxy.ProxyConfig;
import net.ttddyy.dsproxy.proxy.ResultSetProxyLogic;
import net.ttddyy.dsproxy.proxy.ResultSetProxyLogicFactory;
import org.jspecify.annotations.Nullable;

/// Hears of each statement that goes through a pooled connection, and of the rows that come back.
final class StatementListener implements QueryExecutionListener, ResultSetProxyLogicFactory {

    /// When it began, by [System#nanoTime()]: what the proxy measures is in milliseconds.
    private static final String BEGAN = "began";

    /// Which statement this thread asked last: a result doesn't know where it comes from.
    private static final ThreadLocal<String> ASKED = ThreadLocal.withInitial(() -> "");

    private final Statements statements;

    StatementListener(Statements statements) {
        this.statements = statements;
    }

    @Override
    public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        ASKED.set(sql(queries));
        execution.addCustomValue(BEGAN, System.nanoTime());
    }

    @Override
    public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        String sql = sql(queries);
        var took = Duration.ofNanos(System.nanoTime() - execution.getCustomValue(BEGAN, Long.class));
        statements.note(sql, took, execution.isSuccess());
        statements.noteRows(sql, changed(execution.getResult()));
    }

    private static String sql(List<QueryInfo> queries) {
        return queries.isEmpty() ? "" : queries.getFirst().getQuery();
    }

    /// By what JDBC answers to an update or a batch of them.
    private static long changed(@Nullable Object result) {
        return switch (result) {
            case Integer rows -> rows;
            case Long rows -> rows;
            case int[] batch ->
                IntStream.of(batch).filter(rows -> rows > 0).asLongStream().sum();
            case null, default -> 0;
        };
    }

    @Override
    public ResultSetProxyLogic create(ResultSet rows, ConnectionInfo connection, ProxyConfig config) {
        return new CountedRows(rows, ASKED.get(), statements);
    }
}
