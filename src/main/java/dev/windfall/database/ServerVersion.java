package dev.windfall.database;

import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Optional;

/// Which PostgreSQL a server is.
///
/// @param major 18
/// @param text as the server says it: `18.6`
record ServerVersion(int major, String text) {

    /// The oldest that Windfall is made for.
    static final int MINIMUM = 15;

    static ServerVersion of(DatabaseMetaData server) throws SQLException {
        return new ServerVersion(server.getDatabaseMajorVersion(), server.getDatabaseProductVersion());
    }

    Optional<Attempt.Refused> refusal() {
        return major >= MINIMUM
                ? Optional.empty()
                : Optional.of(new Attempt.Refused(
                        "Windfall needs PostgreSQL %d or newer, and the database is a PostgreSQL %s."
                                .formatted(MINIMUM, text)));
    }
}
