package dev.windfall.publishing.intake;

import dev.windfall.csv.Findings;
import java.util.List;

/// What became of an import.
///
/// @param draws in the order of the prize table; first those that the table itself keeps out
/// @param unattributed findings that belong to no draw of the prize table
public record ImportReport(List<DrawOutcome> draws, Findings unattributed) {

    public ImportReport {
        draws = List.copyOf(draws);
    }

    /// Whether there was nothing to find fault with.
    public boolean isClean() {
        return unattributed.isEmpty() && draws.stream().noneMatch(DrawOutcome.Refused.class::isInstance);
    }
}
