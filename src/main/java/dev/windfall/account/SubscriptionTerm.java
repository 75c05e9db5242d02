package dev.windfall.account;

import java.io.Serializable;
import java.time.YearMonth;

/// How long a subscriber takes part, as it was when he signed in.
public sealed interface SubscriptionTerm extends Serializable {

    /// @param lastMonth the last that any of the subscriptions covers; it may be over
    record Through(YearMonth lastMonth) implements SubscriptionTerm {}

    /// No subscription is on record.
    record None() implements SubscriptionTerm {}

    /// The sign-in doesn't say, which is no reason to believe that there is none.
    record Unknown() implements SubscriptionTerm {}
}
