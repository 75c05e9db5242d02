package dev.windfall.delivery.intake;

import java.util.concurrent.Semaphore;
import org.springframework.util.unit.DataSize;

/// The memory for bodies that are being read. Each takes as much as has come of it, so that who promises much and sends
/// little keeps nobody out.
final class BodyRoom {

    private final Semaphore bytes;

    BodyRoom(DataSize size) {
        this.bytes = new Semaphore((int) Math.min(Integer.MAX_VALUE, size.toBytes()));
    }

    Place place() {
        return new Place();
    }

    /// That of one body, until it is closed.
    final class Place implements AutoCloseable {

        private int taken;

        /// @throws IntakeRefused if there is no room
        void take(int more) throws IntakeRefused {
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
