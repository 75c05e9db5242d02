package dev.windfall.draw;

import java.util.List;

/// Which subscription periods there are.
public interface PeriodRepository {

    /// The last `count` periods that are no later than `current`, newest first.
    List<SubscriptionPeriod> lastPeriods(SubscriptionPeriod current, int count);

    /// Sees to it that every period from `from` through `current` exists; those that do are left alone.
    void open(SubscriptionPeriod from, SubscriptionPeriod current);
}
