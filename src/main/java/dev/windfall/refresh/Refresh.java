package dev.windfall.refresh;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// One attempt to renew this node's snapshot.
///
/// @param at when it began
/// @param cause what it was done for
/// @param took how long
/// @param trouble why it failed; empty unless it did
public record Refresh(Instant at, Cause cause, Duration took, Outcome outcome, Optional<Trouble> trouble) {

    public Refresh {
        if (trouble.isPresent() != (outcome == Outcome.FAILED)) {
            throw new IllegalArgumentException("trouble is what fails, not " + outcome);
        }
    }

    public enum Cause {
        /// It was time to look.
        POLL,
        /// The database said that something had changed, or could be listened to again.
        HINT,
        /// This node published something.
        PUBLICATION,
        REQUEST
    }

    public enum Outcome {
        /// The snapshot was up to date already.
        UNCHANGED,
        RENEWED,
        /// The snapshot stayed as it was.
        FAILED
    }
}
