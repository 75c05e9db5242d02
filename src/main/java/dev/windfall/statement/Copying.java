package dev.windfall.statement;

import java.time.Duration;

/// A COPY under way.
public final class Copying implements AutoCloseable {

    private final Statements statements;
    private final String sql;
    private final long beganNs = System.nanoTime();
    private boolean well;

    Copying(Statements statements, String sql) {
        this.statements = statements;
        this.sql = sql;
    }

    /// To be called when all rows are through; closed without that, it has failed.
    public void succeed(long rows) {
        well = true;
        statements.noteRows(sql, rows);
    }

    @Override
    public void close() {
        statements.noteCopy(sql, Duration.ofNanos(System.nanoTime() - beganNs), well);
    }
}
