package dev.windfall.bench.lab;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The PostgreSQL that all alternatives ask, with enough memory to hold what they ask for.
public final class Postgres implements AutoCloseable {

    private static final Map<String, String> SETTINGS = new TreeMap<>(Map.of(
            "shared_buffers", "2GB",
            "effective_cache_size", "8GB",
            "work_mem", "64MB",
            "maintenance_work_mem", "1GB",
            "max_wal_size", "8GB",
            "jit", "off",
            "max_connections", "200",
            "shared_preload_libraries", "pg_stat_statements",
            // what is stored is stored for good, as in production
            "fsync", "on",
            "synchronous_commit", "on"));

    private final EmbeddedPostgres server;

    private Postgres(EmbeddedPostgres server) {
        this.server = server;
    }

    /// @param folder of its data, which stays there for the next run
    public static Postgres start(Path folder) throws IOException {
        Files.createDirectories(folder);
        // it tells every line that initdb writes
        ((Logger) LoggerFactory.getLogger(EmbeddedPostgres.class.getPackageName())).setLevel(Level.WARN);
        var builder = EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8");
        SETTINGS.forEach(builder::setServerConfig);
        return new Postgres(builder.start());
    }

    /// Creates a database unless it is there.
    ///
    /// @return its URL
    public String database(String name) {
        JdbcClient jdbc = JdbcClient.create(server.getPostgresDatabase());
        boolean exists = jdbc.sql("select exists (select from pg_database where datname = :name)")
                .param("name", name)
                .query(Boolean.class)
                .single();
        if (!exists) {
            jdbc.sql("create database " + name).update();
        }
        return server.getJdbcUrl("postgres", name);
    }

    public static DataSource at(String url) {
        var dataSource = new PGSimpleDataSource();
        dataSource.setUrl(url);
        return dataSource;
    }

    public JdbcClient administrator() {
        return JdbcClient.create(server.getPostgresDatabase());
    }

    /// Its version, and with what it was started.
    public String description() {
        return administrator().sql("""
                        select current_setting('server_version') || ', with `'
                                 || string_agg(name || '=' || current_setting(name), ' ' order by name) || '`'
                          from pg_settings
                          where source in ('command line', 'configuration file')
                            and category not like 'Client Connection Defaults / Locale%'
                            and name not in ('port', 'log_timezone')
                        """).query(String.class).single();
    }

    /// The postmaster's process; its children do the work.
    public ProcessHandle process() throws IOException {
        String pid = administrator()
                .sql("select split_part(pg_read_file('postmaster.pid'), chr(10), 1)")
                .query(String.class)
                .single();
        return ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
