package dev.windfall.monitoring;

import java.util.HashMap;
import java.util.Map;

/// What a node has counted since it was started; or, as a difference, between two moments.
///
/// @param failedElsewhere requests of anything but a view that ended with an error of ours
/// @param connectionTimeouts how often nobody got a connection to the database in time
/// @param usage of all statements, whoever asked them
record Counts(
        ViewCounts views, long failedElsewhere, long connectionTimeouts, Origins origins, Map<Asked, Usage> usage) {

    static final Counts NONE = new Counts(ViewCounts.NONE, 0, 0, Origins.NONE, Map.of());

    Counts {
        usage = Map.copyOf(usage);
    }

    Counts plus(Counts other) {
        Map<Asked, Usage> sums = new HashMap<>(usage);
        other.usage.forEach((asked, more) -> sums.merge(asked, more, Usage::plus));
        return new Counts(
                views.plus(other.views),
                failedElsewhere + other.failedElsewhere,
                connectionTimeouts + other.connectionTimeouts,
                origins.plus(other.origins),
                sums);
    }

    /// What has come since then. Statements that were not asked meanwhile are left out.
    Counts since(Counts then) {
        Map<Asked, Usage> differences = new HashMap<>();
        usage.forEach((asked, sum) -> {
            Usage more = sum.minus(then.usage.getOrDefault(asked, Usage.NONE));
            if (!more.equals(Usage.NONE)) {
                differences.put(asked, more);
            }
        });
        return new Counts(
                views.minus(then.views),
                failedElsewhere - then.failedElsewhere,
                connectionTimeouts - then.connectionTimeouts,
                origins.minus(then.origins),
                differences);
    }

    public long statements() {
        return usage.values().stream().mapToLong(Usage::calls).sum();
    }
}
