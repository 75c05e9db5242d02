package dev.windfall.bench.alternative;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.ObjIntConsumer;
import org.springframework.dao.DataAccessResourceFailureException;

/// Streams the winners of a version of a draw out of the database.
final class WinnersRows {

    private static final int ROWS_AT_ONCE = 10_000;

    private WinnersRows() {}

    /// @param rows gets the subscriber, and the tier's place in the prize table; in the order of subscribers, then
    /// tiers
    static void read(Connection connection, int version, ObjIntConsumer<Integer> rows) {
        try {
            connection.setAutoCommit(false);
            try (PreparedStatement statement = connection.prepareStatement(
                    "select subscriber_id, tier from winnings_v%d order by subscriber_id, tier".formatted(version))) {
                statement.setFetchSize(ROWS_AT_ONCE);
                ResultSet row = statement.executeQuery();
                while (row.next()) {
                    rows.accept(row.getInt(1), row.getInt(2));
                }
            }
            connection.commit();
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("winners were not read", e);
        }
    }
}
