package dev.windfall.draw;

import java.time.LocalDate;
import java.time.YearMonth;

/// One calendar month in the lottery's time zone.
///
/// @param id the month as `yyyymm` (202611), so that ids are in the order of time
public record SubscriptionPeriod(int id) implements Comparable<SubscriptionPeriod> {

    public SubscriptionPeriod {
        int month = id % 100;
        if (id < 1900_01 || id > 9999_12 || month < 1 || month > 12) {
            throw new IllegalArgumentException("a subscription period is a month as yyyymm, not " + id);
        }
    }

    public static SubscriptionPeriod of(YearMonth month) {
        return new SubscriptionPeriod(month.getYear() * 100 + month.getMonthValue());
    }

    /// The period that a date of the lottery's calendar falls in.
    public static SubscriptionPeriod of(LocalDate date) {
        return of(YearMonth.from(date));
    }

    public YearMonth month() {
        return YearMonth.of(id / 100, id % 100);
    }

    public SubscriptionPeriod plusMonths(int months) {
        return of(month().plusMonths(months));
    }

    @Override
    public int compareTo(SubscriptionPeriod other) {
        return Integer.compare(id, other.id);
    }
}
