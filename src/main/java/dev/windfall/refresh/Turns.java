package dev.windfall.refresh;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A loop that goes on whatever becomes of one turn: after a pause another one follows what went wrong, an
/// OutOfMemoryError above all. One thread's.
final class Turns {

    private static final Logger log = LoggerFactory.getLogger(Turns.class);

    private final Duration pause;
    private boolean failing;
    private boolean toldOfFailure;

    Turns(Duration pause) {
        this.pause = pause;
    }

    /// Takes one turn after the other until it is to end, or its thread is interrupted.
    void takeWhile(BooleanSupplier running, Turn turn) {
        try {
            while (running.getAsBoolean()) {
                take(turn);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// The pause is part of the turn that follows: where memory is short, it can fail as well.
    private void take(Turn turn) throws InterruptedException {
        try {
            if (failing) {
                Thread.sleep(pause);
            }
            turn.take();
            failing = false;
            toldOfFailure = false;
        } catch (RuntimeException | Error e) {
            failing = true;
            tellOnce(e);
        }
    }

    private void tellOnce(Throwable failure) {
        try {
            if (!toldOfFailure) {
                log.error("Something went wrong that should not have; going on", failure);
                toldOfFailure = true;
            }
        } catch (RuntimeException | Error _) {
            // no memory even to tell: that is left to the next failure, and going on matters more
        }
    }

    @FunctionalInterface
    interface Turn {
        void take() throws InterruptedException;
    }
}
