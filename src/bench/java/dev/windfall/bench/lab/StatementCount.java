package dev.windfall.bench.lab;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/// How often each statement was executed in a database, as PostgreSQL itself counts them (`pg_stat_statements`).
public final class StatementCount {

    private final JdbcClient administrator;
    private final String database;

    /// @param administrator connected to another database, so that the question doesn't count itself
    public StatementCount(JdbcClient administrator, String database) {
        this.administrator = administrator;
        this.database = database;
        administrator.sql("create extension if not exists pg_stat_statements").update();
    }

    /// Executions by statement, values apart.
    public record Calls(Map<Long, Long> byStatement) {

        public Calls {
            byStatement = Map.copyOf(byStatement);
        }

        public long total() {
            return byStatement.values().stream().mapToLong(Long::longValue).sum();
        }

        public Set<Long> statements() {
            return byStatement.keySet();
        }

        /// What came after others had been counted.
        public Calls since(Calls earlier) {
            Map<Long, Long> later = new HashMap<>();
            byStatement.forEach((statement, calls) -> {
                long more = calls - earlier.byStatement.getOrDefault(statement, 0L);
                if (more > 0) {
                    later.put(statement, more);
                }
            });
            return new Calls(later);
        }

        public Calls without(Set<Long> statements) {
            Map<Long, Long> others = new HashMap<>(byStatement);
            others.keySet().removeAll(statements);
            return new Calls(others);
        }
    }

    /// How often winners were read out as a whole (`COPY ... TO`).
    public long copiesOut() {
        return administrator
                .sql("""
                        select coalesce(sum(statement.calls), 0)
                          from pg_stat_statements statement
                          join pg_database database on database.oid = statement.dbid
                          where database.datname = :database and statement.query ilike 'copy%to stdout%'
                        """)
                .param("database", database)
                .query(Long.class)
                .single();
    }

    public Calls read() {
        Map<Long, Long> calls = new HashMap<>();
        RowCallbackHandler add = row -> calls.merge(row.getLong("queryid"), row.getLong("calls"), Long::sum);
        administrator.sql("""
                        select statement.queryid, statement.calls
                          from pg_stat_statements statement
                          join pg_database database on database.oid = statement.dbid
                          where database.datname = :database
                          order by statement.queryid
                        """).param("database", database).query(add);
        return new Calls(calls);
    }
}
