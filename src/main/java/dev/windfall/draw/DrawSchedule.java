package dev.windfall.draw;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// On which days of the week the lottery draws. Nothing is known of its coming draws but that: a draw is declared once
/// it is drawn.
public final class DrawSchedule {

    private final Supplier<Set<DayOfWeek>> days;

    /// @param days empty as long as they are not known
    public DrawSchedule(Supplier<Set<DayOfWeek>> days) {
        this.days = days;
    }

    /// The dates of the next draws, the given day included, the first one first; none if the days are not known.
    ///
    /// @param weeks how far ahead
    public List<LocalDate> datesFrom(LocalDate day, int weeks) {
        Set<DayOfWeek> drawDays = days.get();
        return day.datesUntil(day.plusWeeks(weeks))
                .filter(date -> drawDays.contains(date.getDayOfWeek()))
                .toList();
    }

    /// The date of the next draw: today, unless today's is drawn.
    ///
    /// @param lastDrawn the date of the last draw that is known of
    public Optional<LocalDate> next(LocalDate today, Optional<LocalDate> lastDrawn) {
        boolean isDrawnToday = lastDrawn.filter(last -> !last.isBefore(today)).isPresent();
        LocalDate first = isDrawnToday ? today.plusDays(1) : today;
        return days.get().stream()
                .map(day -> first.with(TemporalAdjusters.nextOrSame(day)))
                .min(Comparator.naturalOrder());
    }
}
