package dev.windfall.statement;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.ResultSet;
import net.ttddyy.dsproxy.proxy.ResultSetProxyLogic;

/// Counts the rows of a result while they are read.
final class CountedRows implements ResultSetProxyLogic {

    private final ResultSet rows;
    private final String sql;
    private final Statements statements;
    private long count;

    CountedRows(ResultSet rows, String sql, Statements statements) {
        this.rows = rows;
        this.sql = sql;
        this.statements = statements;
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        try {
            Object answer = method.invoke(rows, arguments);
            switch (method.getName()) {
                case "next" -> count += Boolean.TRUE.equals(answer) ? 1 : 0;
                case "close" -> tell();
                default -> {}
            }
            return answer;
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    private void tell() {
        statements.noteRows(sql, count);
        count = 0;
    }
}
