package dev.windfall.bench.alternative;

import dev.windfall.prizes.Snapshot;
import dev.windfall.prizes.Snapshots;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;

/// Follows what is published, for those who have to do something about it before they can show it. What is shown is the
/// last state that they were done with.
final class Publications implements SmartLifecycle, HealthIndicator {

    /// As a bean, by which it counts in readiness.
    static final String BEAN = "publicationsHealthIndicator";

    private static final Logger log = LoggerFactory.getLogger(Publications.class);
    private static final long PAUSE_MS = 50;

    private final Snapshots snapshots;
    private final Consumer<Snapshot> work;
    private volatile @Nullable Snapshot shown;
    private volatile boolean running;

    /// @param work what is to be done before a state can be shown
    Publications(Snapshots snapshots, Consumer<Snapshot> work) {
        this.snapshots = snapshots;
        this.work = work;
    }

    /// What the page may show.
    Optional<Snapshot> shown() {
        Optional<Snapshot> held = Optional.ofNullable(shown);
        // the same as of later, if nothing has been published
        return snapshots.find().filter(now -> isSame(held, now)).or(() -> held);
    }

    private static boolean isSame(Optional<Snapshot> held, Snapshot other) {
        return held.filter(snapshot -> snapshot.shown().equals(other.shown())).isPresent();
    }

    /// A node is ready once it can show something.
    @Override
    public Health health() {
        return (shown == null ? Health.outOfService() : Health.up()).build();
    }

    @Override
    public void start() {
        running = true;
        Thread.ofPlatform().daemon().name("publications").start(() -> {
            while (running) {
                follow();
                pause();
            }
        });
    }

    private void follow() {
        Optional<Snapshot> held = Optional.ofNullable(shown);
        snapshots.find().filter(published -> !isSame(held, published)).ifPresent(this::follow);
    }

    private void follow(Snapshot published) {
        try {
            work.accept(published);
            shown = published;
        } catch (RuntimeException e) {
            log.error("A publication could not be followed; trying again", e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
