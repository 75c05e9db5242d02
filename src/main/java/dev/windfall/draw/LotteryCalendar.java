package dev.windfall.draw;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/// What day it is for the lottery: its clock in its own time zone, wherever the server stands.
public final class LotteryCalendar {

    private final Clock clock;

    /// @param zone where the lottery's months begin and end
    public LotteryCalendar(Clock clock, ZoneId zone) {
        this.clock = clock.withZone(zone);
    }

    public Instant now() {
        return clock.instant();
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /// The youngest period that has begun. Months sold in advance are later than this one.
    public SubscriptionPeriod currentPeriod() {
        return SubscriptionPeriod.of(today());
    }

    public ZonedDateTime at(Instant instant) {
        return instant.atZone(clock.getZone());
    }

    public ZoneId zone() {
        return clock.getZone();
    }
}
