package dev.windfall;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;

/// A PostgreSQL of one's own, to be killed and started again on the same data and port.
final class PostgresServer implements AutoCloseable {

    private final Path data;
    private final int port;
    private EmbeddedPostgres server;

    /// @param data where its files are; made at the first start
    PostgresServer(Path data, int port) throws IOException {
        this.data = data;
        this.port = port;
        this.server = start();
        Flyway.configure()
                .dataSource(server.getPostgresDatabase())
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }

    String url() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    /// What `kill -9` does, to all its processes.
    ///
    /// @return how many there were
    int kill() throws IOException {
        long postmaster = Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).getFirst());
        ProcessHandle parent = ProcessHandle.of(postmaster).orElseThrow();
        List<ProcessHandle> processes =
                Stream.concat(Stream.of(parent), parent.descendants()).toList();
        processes.forEach(ProcessHandle::destroyForcibly);
        processes.forEach(process -> process.onExit().join());
        return processes.size();
    }

    /// Returns once it answers again.
    void startAgain() throws IOException {
        try {
            server.close();
        } catch (IOException | UncheckedIOException expected) {
            // there is nothing left to end, but its lock on the data has to go
        }
        server = start();
    }

    private EmbeddedPostgres start() throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPort(port)
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setServerConfig("fsync", "on")
                .start();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
