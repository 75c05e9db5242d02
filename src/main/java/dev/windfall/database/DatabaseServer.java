package dev.windfall.database;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/// The PostgreSQL server that Windfall works with, and how to get in.
sealed interface DatabaseServer extends JdbcConnectionDetails permits EmbeddedServer, ExternalServer {

    boolean embedded();

    /// What to look at when the server lets nobody in: the end of a sentence.
    String whereToLook();
}
