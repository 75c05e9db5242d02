package dev.windfall.refresh;

import dev.windfall.statement.Statements;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Hears from PostgreSQL that something has changed and passes it on to the poll. What is heard is a hint and no more:
/// nobody reads anything out of it, and whoever misses it learns the same from the next poll.
///
/// Has a connection of its own, because LISTEN belongs to a session and a pool hands sessions around. When it breaks,
/// another one is made, for ever.
@Component
@ConditionalOnWebApplication
class HintListener implements SmartLifecycle {

    /// By which the connection is found among those of the pool.
    static final String APPLICATION_NAME = "windfall-listener";

    private static final Logger log = LoggerFactory.getLogger(HintListener.class);

    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int CONNECT_TIMEOUT_S = 2;
    private static final int ANSWER_TIMEOUT_S = 5;

    private final JdbcConnectionDetails database;
    private final RefreshSettings settings;
    private final SnapshotPoll poll;
    private final Statements statements;

    private volatile boolean running;
    private volatile @Nullable Connection open;
    private boolean toldOfFailure;

    HintListener(JdbcConnectionDetails database, RefreshSettings settings, SnapshotPoll poll, Statements statements) {
        this.database = database;
        this.settings = settings;
        this.poll = poll;
        this.statements = statements;
    }

    @Override
    public boolean isAutoStartup() {
        return settings.listen();
    }

    @Override
    public int getPhase() {
        return SnapshotPoll.PHASE;
    }

    @Override
    public void start() {
        running = true;
        var connections = new Turns(PAUSE);
        Thread.ofVirtual().name("hint-listener").start(() -> connections.takeWhile(() -> running, this::listen));
    }

    /// Listens until the connection breaks, and leaves some time before the next one.
    private void listen() throws InterruptedException {
        try (Connection connection = connect()) {
            open = connection;
            statements.execute(connection, "listen windfall");
            tellThatItListens();
            // only now: what is published from here on is heard, and what was before is found by looking
            poll.hint();
            passOn(connection);
        } catch (SQLException e) {
            tellOnce(e);
        }
        Thread.sleep(PAUSE);
    }

    /// A connection that is silent for as long as one interval is asked whether it lives. The other end may be gone
    /// without a word.
    private void passOn(Connection connection) throws SQLException {
        var notifications = connection.unwrap(PGConnection.class);
        int patienceMs = Math.toIntExact(settings.interval().toMillis());
        while (running) {
            if (notifications.getNotifications(patienceMs).length > 0) {
                poll.hint();
            } else if (!connection.isValid(ANSWER_TIMEOUT_S)) {
                throw new SQLException("the connection answers no longer");
            }
        }
    }

    private Connection connect() throws SQLException {
        var properties = new Properties();
        PGProperty.APPLICATION_NAME.set(properties, APPLICATION_NAME);
        PGProperty.CONNECT_TIMEOUT.set(properties, CONNECT_TIMEOUT_S);
        PGProperty.SOCKET_TIMEOUT.set(properties, ANSWER_TIMEOUT_S);
        PGProperty.TCP_KEEP_ALIVE.set(properties, true);
        PGProperty.USER.set(properties, database.getUsername());
        PGProperty.PASSWORD.set(properties, database.getPassword());
        return DriverManager.getConnection(database.getJdbcUrl(), properties);
    }

    private void tellThatItListens() {
        if (toldOfFailure) {
            log.info("Listens to the database again");
        }
        toldOfFailure = false;
    }

    /// Every half second the same line would bury the rest of the log.
    private void tellOnce(SQLException failure) {
        if (running && !toldOfFailure) {
            toldOfFailure = true;
            log.warn("Can't listen to the database, publications are found by looking: {}", failure.getMessage());
        }
    }

    @Override
    public void stop() {
        running = false;
        Connection connection = open;
        try {
            if (connection != null) {
                connection.abort(Runnable::run);
            }
        } catch (SQLException e) {
            log.debug("The connection was broken already", e);
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
