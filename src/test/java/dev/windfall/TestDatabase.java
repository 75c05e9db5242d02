package dev.windfall;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Databases for tests: one real PostgreSQL for the whole run, and in it a fresh database for each who asks.
///
/// The sessions' time zone is neither the lottery's nor the JVM's, so that whoever forgets to name a zone is found out.
public final class TestDatabase {

    private static final EmbeddedPostgres SERVER = start();
    private static final String TEMPLATE = migratedTemplate();

    private TestDatabase() {}

    /// The URL of a new database that is empty but for the migrations.
    public static String createUrl() {
        return createDatabase("%s template %s".formatted(newName(), TEMPLATE));
    }

    /// The URL of a new database without any tables.
    public static String createEmptyUrl() {
        return createDatabase(newName());
    }

    /// @param name and, if need be, the options of the statement `create database`
    public static String createDatabase(String name) {
        JdbcClient.create(SERVER.getPostgresDatabase())
                .sql("create database " + name)
                .update();
        return SERVER.getJdbcUrl("postgres", name.split(" ", 2)[0]);
    }

    public static int port() {
        return SERVER.getPort();
    }

    private static String newName() {
        return "test_" + UUID.randomUUID().toString().replace("-", "");
    }

    /// A new database that is empty but for the migrations.
    public static DataSource create() {
        return at(createUrl());
    }

    public static DataSource at(String url) {
        var dataSource = new org.postgresql.ds.PGSimpleDataSource();
        dataSource.setUrl(url);
        return dataSource;
    }

    private static String migratedTemplate() {
        String name = "migrated";
        createDatabase(name);
        Flyway.configure()
                .dataSource(SERVER.getDatabase("postgres", name))
                .locations("classpath:db/migration")
                .load()
                .migrate();
        return name;
    }

    private static EmbeddedPostgres start() {
        try {
            var server = EmbeddedPostgres.builder()
                    .setLocaleConfig("locale", "C")
                    .setLocaleConfig("locale-provider", "builtin")
                    .setLocaleConfig("builtin-locale", "C.UTF-8")
                    .setServerConfig("max_connections", "200")
                    .start();
            setTimeZoneOfSessions(server);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The driver asks for the JVM's zone when it connects, so that only the server can have the last word.
    private static void setTimeZoneOfSessions(EmbeddedPostgres server) {
        JdbcClient.create(server.getTemplateDatabase()).sql("""
                        create schema test_sessions;
                        create function test_sessions.set_time_zone() returns event_trigger language plpgsql as $$
                        begin
                          perform set_config('TimeZone', 'America/Noronha', false);
                        end $$;
                        create event trigger set_time_zone on login execute function test_sessions.set_time_zone();
                        grant usage on schema test_sessions to public
                        """).update();
    }
}
