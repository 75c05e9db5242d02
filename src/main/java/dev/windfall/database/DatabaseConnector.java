package dev.windfall.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/// Makes first contact with the database and brings its tables up to date.
final class DatabaseConnector {

    private final DatabaseServer server;
    private final DataSource dataSource;
    private final Flyway flyway;

    DatabaseConnector(DatabaseServer server, DataSource dataSource, Flyway flyway) {
        this.server = server;
        this.dataSource = dataSource;
        this.flyway = flyway;
    }

    /// @throws RuntimeException if the tables can't be brought up to date for a reason that nobody expects
    Attempt connect() {
        try {
            ServerVersion version = version();
            var refusal = version.refusal();
            if (refusal.isPresent()) {
                return refusal.get();
            }
            flyway.migrate();
            return new Attempt.Connected(version.text());
        } catch (SQLException | FlywayException e) {
            return Attempt.failed(e, server.whereToLook())
                    .orElseThrow(() -> new IllegalStateException("the database can't be used", e));
        }
    }

    private ServerVersion version() throws SQLException {
        try (var connection = connection()) {
            return ServerVersion.of(connection.getMetaData());
        }
    }

    /// Waits twice if need be: a first connection takes longer than any later one, with the driver still to be loaded.
    private Connection connection() throws SQLException {
        try {
            return dataSource.getConnection();
        } catch (SQLTransientConnectionException _) {
            return dataSource.getConnection();
        }
    }
}
