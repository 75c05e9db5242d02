package dev.windfall.draw;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/// One calendar month in the lottery's time zone.
///
/// @param id the month as `yyyymm` (202611), so that ids are in the order of time
public record SubscriptionPeriod(int id) implements Comparable<SubscriptionPeriod> {

    public SubscriptionPeriod {
        if (!isMonth(id)) {
            throw new IllegalArgumentException("a subscription period is a month as yyyymm, not " + id);
        }
    }

    /// Empty for what is no month.
    public static Optional<SubscriptionPeriod> ofId(int id) {
        return isMonth(id) ? Optional.of(new SubscriptionPeriod(id)) : Optional.empty();
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

    private static boolean isMonth(int id) {
        int month = id % 100;
        return id >= 1900_01 && id <= 9999_12 && month >= 1 && month <= 12;
    }

    @Override
    public int compareTo(SubscriptionPeriod other) {
        return Integer.compare(id, other.id);
    }
}
