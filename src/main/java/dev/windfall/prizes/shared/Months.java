package dev.windfall.prizes.shared;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.windfall.draw.SubscriptionPeriod;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// How a long row of months is laid out.
public final class Months {

    private Months() {}

    /// The periods of each year in the order given, the latest year first.
    public static SortedMap<Integer, List<SubscriptionPeriod>> byYear(List<SubscriptionPeriod> periods) {
        SortedMap<Integer, List<SubscriptionPeriod>> years =
                new TreeMap<Integer, List<SubscriptionPeriod>>().descendingMap();
        years.putAll(
                periods.stream().collect(groupingBy(period -> period.month().getYear(), toList())));
        return years;
    }
}
