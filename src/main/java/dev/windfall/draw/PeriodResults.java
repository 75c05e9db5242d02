package dev.windfall.draw;

import java.util.List;
import java.util.Optional;

/// A period's draws with what each tier won, and without a word on who won: what everybody may know.
///
/// @param published newest first
/// @param pending declared, and not published yet: nobody knows who won; newest first
public record PeriodResults(SubscriptionPeriod period, List<PublishedDraw> published, List<PendingDraw> pending) {

    public PeriodResults {
        published = List.copyOf(published);
        pending = List.copyOf(pending);
    }

    /// Asks for them.
    public static PeriodResults of(SubscriptionPeriod period, DrawRepository draws) {
        return new PeriodResults(period, draws.publishedDraws(period), draws.pendingDraws(period));
    }

    public Optional<PublishedDraw> published(int drawId) {
        return published.stream().filter(draw -> draw.draw().id() == drawId).findFirst();
    }

    public Optional<PendingDraw> pending(int drawId) {
        return pending.stream().filter(draw -> draw.draw().id() == drawId).findFirst();
    }

    public boolean isEmpty() {
        return published.isEmpty() && pending.isEmpty();
    }
}
