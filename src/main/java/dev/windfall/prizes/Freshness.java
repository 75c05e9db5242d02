package dev.windfall.prizes;

import dev.windfall.draw.LotteryCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Optional;

/// Whether what is shown is older than it should be, because the database could not be asked for a while.
public final class Freshness {

    private final LotteryCalendar calendar;
    private final Duration staleAfter;

    Freshness(LotteryCalendar calendar, Duration staleAfter) {
        this.calendar = calendar;
        this.staleAfter = staleAfter;
    }

    /// As of when it is, in the lottery's time zone, if that is longer ago than it should be.
    ///
    /// @param asOf when it was last seen to be the state of the database
    public Optional<ZonedDateTime> staleSince(Instant asOf) {
        return calendar.now().isAfter(asOf.plus(staleAfter)) ? Optional.of(calendar.at(asOf)) : Optional.empty();
    }
}
