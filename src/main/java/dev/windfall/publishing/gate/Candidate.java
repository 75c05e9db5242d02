package dev.windfall.publishing.gate;

import dev.windfall.csv.Finding;
import dev.windfall.publishing.file.DeclaredDraw;
import dev.windfall.publishing.gate.figures.DrawFigures;
import java.time.LocalDate;
import java.util.Optional;

/// A draw before the gate.
///
/// @param prizeTable the name of the file that declares it
/// @param earlierDate under which the draw of this number is known already, if it is
public record Candidate(String prizeTable, DeclaredDraw draw, Optional<LocalDate> earlierDate) {

    DrawFigures figures() {
        return DrawFigures.of(draw.tiers());
    }

    /// About the draw as a whole, told at its first line.
    Finding finding(String column, String reason) {
        return new Finding(prizeTable, draw.lines().getFirst(), column, reason);
    }

    /// About one of its tiers, told at that line.
    Finding finding(String tier, String column, String reason) {
        return new Finding(prizeTable, draw.lines().get(figures().tiers().indexOf(tier)), column, reason);
    }
}
