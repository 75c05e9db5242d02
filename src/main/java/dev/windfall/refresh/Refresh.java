package dev.windfall.refresh;

import dev.windfall.prizes.Snapshot;
import dev.windfall.prizes.Snapshot.DrawWinners;
import dev.windfall.prizes.Snapshots.Renewal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// One attempt to renew this node's snapshot.
///
/// @param at when it began
/// @param cause what it was done for
/// @param took how long
/// @param loaded what the node did not hold before
/// @param trouble why it failed; empty unless it did
public record Refresh(
        Instant at, Cause cause, Duration took, Outcome outcome, Loaded loaded, Optional<Trouble> trouble) {

    public Refresh {
        if (trouble.isPresent() != (outcome == Outcome.FAILED)) {
            throw new IllegalArgumentException("trouble is what fails, not " + outcome);
        }
    }

    /// Versions of draws, with their winners.
    ///
    /// @param draws their numbers, newest first
    /// @param prizes of all of them together
    public record Loaded(List<String> draws, long prizes) {

        public static final Loaded NOTHING = new Loaded(List.of(), 0);

        public Loaded {
            draws = List.copyOf(draws);
        }

        static Loaded by(Renewal renewal) {
            Set<Integer> held = renewal.before().stream()
                    .flatMap(Snapshot::published)
                    .map(draw -> draw.draw().version())
                    .collect(Collectors.toSet());
            List<DrawWinners> loaded = renewal.after()
                    .published()
                    .filter(draw -> !held.contains(draw.draw().version()))
                    .toList();
            return new Loaded(
                    loaded.stream().map(draw -> draw.draw().draw().number()).toList(),
                    loaded.stream()
                            .mapToLong(draw -> draw.winners().prizeCount())
                            .sum());
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
