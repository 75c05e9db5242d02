package dev.windfall.publishing.gate;

import dev.windfall.publishing.gate.figures.DrawFigures;
import java.time.LocalDate;

/// A published draw that another one is held against.
///
/// @param date in the lottery's time zone
record PastDraw(String number, LocalDate date, DrawFigures figures) {}
