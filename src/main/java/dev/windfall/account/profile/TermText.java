package dev.windfall.account.profile;

import dev.windfall.account.SignedIn;
import dev.windfall.account.SubscriptionTerm;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneId;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/// Says on a subscriber's account page how long he takes part. A term has ended when the month after its last one has
/// begun for the lottery, wherever the subscriber is.
@Component
class TermText {

    private static final String TEXT = "termText";

    private final Clock clock;

    TermText(Clock clock, ZoneId lotteryTimeZone) {
        this.clock = clock.withZone(lotteryTimeZone);
    }

    void addTo(Model model, SignedIn owner) {
        if (owner instanceof SignedIn.Subscriber subscriber) {
            add(subscriber.term(), model);
        }
    }

    private void add(SubscriptionTerm term, Model model) {
        switch (term) {
            case SubscriptionTerm.Through(YearMonth lastMonth) -> {
                model.addAttribute(TEXT, "account.subscription." + (hasEnded(lastMonth) ? "ended" : "through"));
                model.addAttribute("lastMonth", lastMonth);
            }
            case SubscriptionTerm.None _ -> model.addAttribute(TEXT, "account.subscription.none");
            case SubscriptionTerm.Unknown _ -> model.addAttribute(TEXT, "account.subscription.unknown");
        }
    }

    private boolean hasEnded(YearMonth lastMonth) {
        return lastMonth.isBefore(YearMonth.now(clock));
    }
}
