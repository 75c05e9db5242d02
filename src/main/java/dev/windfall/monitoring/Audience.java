package dev.windfall.monitoring;

import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/// Those who watch the dashboard at this moment.
@Component
@ConditionalOnWebApplication
class Audience {

    private final int seats;
    private final Semaphore free;

    Audience(MonitoringSettings settings) {
        seats = settings.watchers();
        free = new Semaphore(seats);
    }

    /// To be closed by who leaves.
    interface Seat extends AutoCloseable {

        @Override
        void close();
    }

    /// Empty if there is none left.
    Optional<Seat> seat() {
        return free.tryAcquire() ? Optional.of(free::release) : Optional.empty();
    }

    boolean isEmpty() {
        return size() == 0;
    }

    int size() {
        return seats - free.availablePermits();
    }
}
