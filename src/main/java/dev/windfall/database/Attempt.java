package dev.windfall.database;

import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How an attempt to reach the database and to bring its tables up to date ended.
sealed interface Attempt {

    record Connected(String serverVersion) implements Attempt {}

    /// There is no server, or none that has room or time for us just now. Another attempt may end otherwise.
    record Unreachable(String reason) implements Attempt {}

    /// The server is there and says no.
    record Refused(String sentence) implements Attempt {}

    /// What a failure means, if it is one that is to be expected of a database.
    ///
    /// @param failure with the server's own answer at the end of its causes, if there was one
    /// @param whereToLook the end of a sentence for whoever isn't let in
    static Optional<Attempt> failed(Throwable failure, String whereToLook) {
        return lastSqlException(failure).flatMap(e -> failed(e, whereToLook));
    }

    private static Optional<Attempt> failed(SQLException failure, String whereToLook) {
        String message = firstLine(failure);
        String state = failure.getSQLState() == null ? "" : failure.getSQLState();
        return switch (state) {
            // an invalid authorization, an invalid password, a password that is asked for and not there
            case "28000", "28P01", "08004" ->
                Optional.of(
                        new Refused("The database does not let Windfall in (%s): %s.".formatted(message, whereToLook)));
            case "3D000" ->
                Optional.of(new Refused(
                        "The server has no such database (%s): check SPRING_DATASOURCE_URL.".formatted(message)));
            case "42501" ->
                Optional.of(new Refused(
                        "The role may not make Windfall's tables (%s): let it own the database.".formatted(message)));
            default -> unreachable(state) ? Optional.of(new Unreachable(message)) : Optional.empty();
        };
    }

    /// No connection, too little of something on the server, a server that starts or stops; or a pool that has nothing
    /// to tell but that it waited in vain.
    private static boolean unreachable(String state) {
        return state.isEmpty() || state.startsWith("08") || state.startsWith("53") || state.startsWith("57P");
    }

    private static Optional<SQLException> lastSqlException(Throwable failure) {
        SQLException last = null;
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException e) {
                last = e;
            }
        }
        return Optional.ofNullable(last);
    }

    private static String firstLine(SQLException failure) {
        String message = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        return message.lines().findFirst().orElse("");
    }
}
