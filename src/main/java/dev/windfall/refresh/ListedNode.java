package dev.windfall.refresh;

import dev.windfall.refresh.Refresh.Outcome;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/// What a node shows, as far as it has told.
///
/// @param self whether it is the one that answers
/// @param dataVersion of its snapshot; empty as long as it has none
/// @param versionsBehind how many changes its snapshot lacks; all that there were if it has none
/// @param age how long ago its snapshot was last seen to be the state of the database; empty as long as it has none
/// @param silence how long it has told nothing
/// @param overdue whether it should have told something by now
/// @param outcome of its last refresh; empty before the first
/// @param trouble why that failed, in a sentence; empty unless it did
public record ListedNode(
        UUID id,
        String name,
        boolean self,
        Optional<Long> dataVersion,
        long versionsBehind,
        Optional<Duration> age,
        Duration silence,
        boolean overdue,
        Optional<Outcome> outcome,
        Optional<String> trouble) {

    /// What keeps a node from showing what it should, as far as that is known.
    public enum Lag {
        NONE,
        NOTHING_TO_SHOW,
        BEHIND,
        SILENT,
        BEHIND_AND_SILENT
    }

    public Lag lag() {
        if (dataVersion.isEmpty()) {
            return Lag.NOTHING_TO_SHOW;
        }
        if (versionsBehind > 0) {
            return overdue ? Lag.BEHIND_AND_SILENT : Lag.BEHIND;
        }
        return overdue ? Lag.SILENT : Lag.NONE;
    }

    public boolean lagging() {
        return lag() != Lag.NONE;
    }

    /// The same node, when some time has gone by without news of it.
    ListedNode after(Duration elapsed) {
        return new ListedNode(
                id,
                name,
                self,
                dataVersion,
                versionsBehind,
                age.map(elapsed::plus),
                silence.plus(elapsed),
                overdue,
                outcome,
                trouble);
    }
}
