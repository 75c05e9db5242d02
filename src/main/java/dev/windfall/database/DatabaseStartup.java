package dev.windfall.database;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;

/// Sees to it that the database is connected when the program starts or, if the server can't be reached then, as soon
/// as it can.
final class DatabaseStartup implements SmartLifecycle, Database {

    private static final Logger log = LoggerFactory.getLogger(DatabaseStartup.class);

    private static final Duration PAUSE = Duration.ofSeconds(1);

    /// Each twice as long as the pool waits for a connection.
    private static final int ATTEMPTS_AT_EMBEDDED = 8;

    private final boolean embedded;
    private final Supplier<Attempt> attempts;
    private final ApplicationEventPublisher events;

    private volatile boolean ready;
    private volatile boolean running;
    private volatile @Nullable Thread retrying;
    private String told = "";

    /// @param attempts makes an attempt whenever it is asked
    DatabaseStartup(boolean embedded, Supplier<Attempt> attempts, ApplicationEventPublisher events) {
        this.embedded = embedded;
        this.attempts = attempts;
        this.events = events;
    }

    /// Before everything else that starts, the web server above all.
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }

    @Override
    public void start() {
        running = true;
        if (ready) {
            return;
        }
        switch (firstContact()) {
            case Attempt.Connected connected -> announce(connected);
            case Attempt.Refused(String sentence) -> throw new DatabaseRefused(sentence);
            case Attempt.Unreachable unreachable -> {
                tell(unreachable);
                retrying = Thread.ofVirtual().name("database").start(this::retry);
            }
        }
    }

    /// The embedded server is there, so only a busy machine or a server that recovers from a crash keeps it from
    /// answering: that is worth some patience, above all to a command, which doesn't live on.
    private Attempt firstContact() {
        Attempt attempt = attempts.get();
        for (int i = 1; i < ATTEMPTS_AT_EMBEDDED && embedded && attempt instanceof Attempt.Unreachable; i++) {
            attempt = attempts.get();
        }
        return attempt;
    }

    private void retry() {
        try {
            while (!ready) {
                Thread.sleep(PAUSE);
                retryOnce();
            }
        } catch (InterruptedException _) {
            log.debug("The program ends before the database came");
        }
    }

    /// A node that lives goes on trying, whatever the failure: by now somebody may be at work on the server.
    private void retryOnce() {
        try {
            switch (attempts.get()) {
                case Attempt.Connected connected -> announce(connected);
                case Attempt.Unreachable unreachable -> tell(unreachable);
                case Attempt.Refused refused -> tell(refused);
            }
        } catch (RuntimeException e) {
            if (isNews(e.toString())) {
                log.error("The database came, and something went wrong", e);
            }
        }
    }

    private void announce(Attempt.Connected connected) {
        log.info("Connected to the database, a PostgreSQL {}; its tables are up to date", connected.serverVersion());
        // whoever listens and fails is told again: the next attempt follows as long as this one isn't ready
        events.publishEvent(new DatabaseReady());
        ready = true;
    }

    private void tell(Attempt.Unreachable unreachable) {
        if (isNews("unreachable")) {
            log.warn("The database can't be reached, trying until it can: {}", unreachable.reason());
        }
    }

    private void tell(Attempt.Refused refused) {
        if (isNews(refused.sentence())) {
            log.error("{} Trying until it works.", refused.sentence());
        }
    }

    /// Every second the same line would bury the rest of the log.
    private boolean isNews(String state) {
        boolean news = !state.equals(told);
        told = state;
        return news;
    }

    @Override
    public void stop() {
        running = false;
        Thread thread = retrying;
        if (thread != null) {
            thread.interrupt();
        }
    }

    boolean isTrying() {
        Thread thread = retrying;
        return thread != null && thread.isAlive();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public boolean ready() {
        return ready;
    }

    @Override
    public boolean embedded() {
        return embedded;
    }
}
