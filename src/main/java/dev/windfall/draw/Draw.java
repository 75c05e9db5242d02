package dev.windfall.draw;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/// A lottery draw that has been declared. Whether its winners are known is another matter: see [PublishedDraw].
///
/// @param id the database's key, also in `/draws/{id}`
/// @param number the lottery's own number, unique among its draws; a date is not, two draws may share one
/// @param date in the lottery's time zone
public record Draw(int id, String number, LocalDate date) {

    /// By date, the newest first; on one date the one declared last first.
    public static final Comparator<Draw> NEWEST_FIRST =
            Comparator.comparing(Draw::date).thenComparingInt(Draw::id).reversed();

    public Draw {
        if (number.isBlank()) {
            throw new IllegalArgumentException("a draw has a number");
        }
    }

    /// The last of the published draws before which none is pending; empty if the first of all is.
    public static Optional<Draw> completeThrough(Stream<Draw> published, Stream<Draw> pending) {
        Optional<Draw> firstGap = pending.max(NEWEST_FIRST);
        return published
                .filter(draw -> firstGap.isEmpty() || NEWEST_FIRST.compare(draw, firstGap.get()) > 0)
                .min(NEWEST_FIRST);
    }

    public SubscriptionPeriod period() {
        return SubscriptionPeriod.of(date);
    }
}
