package dev.windfall.publishing;

import dev.windfall.draw.SubscriptionPeriod;
import java.util.Map;

/// The condition that a subscription covers a period, in SQL. Periods are in the order of their ids, so that it is a
/// range of first periods for each of the two lengths that there are.
public final class Coverage {

    private Coverage() {}

    /// Holds where no subscription of the subscriber covers the period that [#of] gives the parameters of.
    ///
    /// @param subscriber an expression
    public static String isMissing(String subscriber) {
        return """
                not exists (
                  select
                    from subscriptions
                    where subscriptions.subscriber_id = %s
                      and subscriptions.first_period_id between :yearBefore and :period
                      and (subscriptions.months = 12 or subscriptions.first_period_id >= :halfYearBefore))
                """.formatted(subscriber);
    }

    public static Map<String, Integer> of(SubscriptionPeriod period) {
        return Map.of(
                "period", period.id(),
                "halfYearBefore", period.plusMonths(-5).id(),
                "yearBefore", period.plusMonths(-11).id());
    }
}
