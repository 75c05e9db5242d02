package dev.windfall.delivery.intake;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.springframework.util.unit.DataSize;

/// The memory for bodies that are being read, and the time for each. A body takes as much as has come of it: who
/// promises much and sends little keeps nobody out.
final class BodyRoom {

    private final Semaphore bytes;
    private final Duration patience;

    /// @param size of all bodies together
    /// @param patience for all of one body; a thread waits for it
    BodyRoom(DataSize size, Duration patience) {
        this.bytes = new Semaphore((int) Math.min(Integer.MAX_VALUE, size.toBytes()));
        this.patience = patience;
    }

    Place place() {
        return new Place();
    }

    /// That of one body, until it is closed.
    final class Place implements AutoCloseable {

        private final long beganNs = System.nanoTime();
        private int taken;

        /// @throws IntakeRefused if there is no room, or has been enough time
        void take(int more) throws IntakeRefused {
            if (System.nanoTime() - beganNs > patience.toNanos()) {
                throw new IntakeRefused(Refusal.TOO_SLOW);
            }
            if (!bytes.tryAcquire(more)) {
                throw new IntakeRefused(Refusal.BUSY);
            }
            taken += more;
        }

        @Override
        public void close() {
            bytes.release(taken);
        }
    }
}
