package dev.windfall.refresh;

import java.time.Duration;
import java.time.Instant;

/// One attempt to renew this node's snapshot.
///
/// @param at when it began
/// @param cause what it was done for
/// @param took how long
public record Refresh(Instant at, Cause cause, Duration took, Outcome outcome) {

    public enum Cause {
        POLL,
        PUBLICATION,
        REQUEST
    }

    public enum Outcome {
        /// The snapshot was up to date already.
        UNCHANGED,
        RENEWED,
        /// The snapshot stayed as it was; the log says why.
        FAILED
    }
}
