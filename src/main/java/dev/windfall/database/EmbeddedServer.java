package dev.windfall.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Windfall's own PostgreSQL, as long as this process uses it.
///
/// All processes that have the same data directory share one server. The first starts it, or finds one that outlived
/// its process; the last stops it.
final class EmbeddedServer implements DatabaseServer, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedServer.class);

    private final Cluster cluster;
    private final OwnerOnlyFiles files;
    private final ServerUse use;
    private final int port;
    private final String password;

    private EmbeddedServer(Cluster cluster, OwnerOnlyFiles files, ServerUse use, int port, String password) {
        this.cluster = cluster;
        this.files = files;
        this.use = use;
        this.port = port;
        this.password = password;
    }

    /// @throws DatabaseRefused if the port is taken, the directory can't be used or PostgreSQL doesn't start
    static EmbeddedServer start(DatabaseSettings settings) {
        try {
            return start(
                    OwnerOnlyFiles.in(settings.dataDir().resolve("postgresql")),
                    settings.database().port());
        } catch (IOException e) {
            throw new DatabaseRefused(
                    "The embedded database can't use its files in WINDFALL_DATA_DIR (%s).".formatted(e), e);
        }
    }

    private static EmbeddedServer start(OwnerOnlyFiles files, int port) throws IOException {
        ServerUse use = ServerUse.of(files.path("lock"));
        try (var _ = use.turn()) {
            String password = files.password();
            var cluster = new Cluster(files);
            int usedPort = runningOrStarted(cluster, port, password);
            use.begin();
            return new EmbeddedServer(cluster, files, use, usedPort, password);
        } catch (IOException | RuntimeException e) {
            use.close();
            throw e;
        }
    }

    private static int runningOrStarted(Cluster cluster, int port, String password) throws IOException {
        var running = cluster.postmaster();
        if (running.isPresent()) {
            log.info("Using the embedded PostgreSQL that runs already: {}", running.get());
            return running.get().port();
        }
        requireFree(port);
        if (!cluster.exists()) {
            log.info("Creating the embedded PostgreSQL in {}", cluster);
            cluster.create(password);
        }
        cluster.start(port);
        log.info("Started the embedded PostgreSQL in {} on port {}", cluster, port);
        return port;
    }

    private static void requireFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new DatabaseRefused(
                    "The embedded database can't listen on port %d, something else does: set WINDFALL_DATABASE_PORT to a free port."
                            .formatted(port),
                    e);
        }
    }

    @Override
    public void close() {
        try (use;
                var _ = use.turn()) {
            if (use.end()) {
                cluster.stop();
                log.info("Stopped the embedded PostgreSQL in {}", cluster);
            } else {
                log.info("Left the embedded PostgreSQL in {} to the others that use it", cluster);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String getJdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, Cluster.DATABASE);
    }

    @Override
    public String getUsername() {
        return Cluster.ROLE;
    }

    @Override
    public String getPassword() {
        return password;
    }

    @Override
    public boolean embedded() {
        return true;
    }

    @Override
    public String whereToLook() {
        return "its password is in " + files.path(OwnerOnlyFiles.PASSWORD);
    }
}
