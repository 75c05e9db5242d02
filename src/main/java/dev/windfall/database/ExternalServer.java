package dev.windfall.database;

import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;

/// A server that somebody else runs.
///
/// @param url may hold a password, as may whatever looks like a URL and is none: it is shown nowhere
record ExternalServer(
        String url, @Nullable String username, @Nullable String password) implements DatabaseServer {

    ExternalServer {
        if (Driver.parseURL(url, new Properties()) == null) {
            throw new DatabaseRefused("SPRING_DATASOURCE_URL is not the address of a PostgreSQL database:"
                    + " it should read jdbc:postgresql://HOST:PORT/DATABASE.");
        }
    }

    @Override
    public String getJdbcUrl() {
        return url;
    }

    @Override
    public @Nullable String getUsername() {
        return username;
    }

    @Override
    public @Nullable String getPassword() {
        return password;
    }

    @Override
    public boolean embedded() {
        return false;
    }

    @Override
    public String whereToLook() {
        return "check SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD";
    }

    @Override
    public String toString() {
        return "external PostgreSQL";
    }
}
