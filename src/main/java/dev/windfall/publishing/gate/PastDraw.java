package dev.windfall.publishing.gate;

import dev.windfall.publishing.gate.figures.DrawFigures;
import java.time.LocalDate;
import java.util.Set;

/// A published draw that another one is held against.
///
/// @param date in the lottery's time zone
/// @param items the names of the tiers whose prize was a thing
record PastDraw(String number, LocalDate date, DrawFigures figures, Set<String> items) {

    PastDraw {
        items = Set.copyOf(items);
    }
}
