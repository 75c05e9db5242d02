package dev.windfall.refresh;

import java.time.Duration;
import java.time.Instant;

/// One renewal of this node's snapshot that changed something, or failed.
///
/// @param at when it began
/// @param cause what it was done for
/// @param took how long
record Refresh(Instant at, Cause cause, Duration took, Outcome outcome) {

    enum Cause {
        POLL,
        PUBLICATION,
        REQUEST
    }

    sealed interface Outcome {

        /// The snapshot was this already.
        record Unchanged(long dataVersion) implements Outcome {}

        record Renewed(long dataVersion) implements Outcome {}

        /// The snapshot stayed as it was; the log says why.
        record Failed() implements Outcome {}
    }
}
