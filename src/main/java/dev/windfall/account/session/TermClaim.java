package dev.windfall.account.session;

import dev.windfall.account.SubscriptionTerm;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How a cookie says how long its owner takes part: `2027-02`, or `none`. Cookies of staff don't say it, nor do
/// those of before it was thought of.
final class TermClaim {

    static final String NAME = "subscription_through";

    private static final String NONE = "none";

    private TermClaim() {}

    static Optional<String> of(SubscriptionTerm term) {
        return switch (term) {
            case SubscriptionTerm.Through(YearMonth lastMonth) -> Optional.of(lastMonth.toString());
            case SubscriptionTerm.None _ -> Optional.of(NONE);
            case SubscriptionTerm.Unknown _ -> Optional.empty();
        };
    }

    /// Whatever it says, the sign-in counts.
    static SubscriptionTerm read(@Nullable String claim) {
        if (claim == null) {
            return new SubscriptionTerm.Unknown();
        }
        return claim.equals(NONE) ? new SubscriptionTerm.None() : through(claim);
    }

    private static SubscriptionTerm through(String month) {
        try {
            return new SubscriptionTerm.Through(YearMonth.parse(month));
        } catch (DateTimeException unreadable) {
            return new SubscriptionTerm.Unknown();
        }
    }
}
