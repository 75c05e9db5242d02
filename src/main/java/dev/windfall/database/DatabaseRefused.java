package dev.windfall.database;

/// There is no use in waiting for this database: somebody has to change a setting or the server first.
///
/// The message is one sentence for whoever started the program. It never holds a password, nor the database's URL,
/// which may hold one.
public final class DatabaseRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    DatabaseRefused(String sentence) {
        super(sentence);
    }

    DatabaseRefused(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
