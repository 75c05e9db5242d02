package dev.windfall.prizes.page;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.windfall.draw.Draw;
import dev.windfall.prizes.SubscriberPrizes.DrawPrizes;
import dev.windfall.prizes.SubscriberPrizes.PeriodPrizes;
import java.util.Set;

/// All that a page shows of a month, so that it is equal for all to whom it looks the same.
///
/// @param newDraws those that were published since the last visit
record OwnMonth(PeriodPrizes prizes, Set<Draw> newDraws) {

    OwnMonth {
        newDraws = Set.copyOf(newDraws);
    }

    /// @param seen the data version that was shown in the visit before
    static OwnMonth since(long seen, PeriodPrizes prizes) {
        return new OwnMonth(
                prizes,
                prizes.draws().stream()
                        .filter(draw -> draw.edition().dataVersion() > seen)
                        .map(DrawPrizes::draw)
                        .collect(toUnmodifiableSet()));
    }

    /// A month that is looked back at, in which nothing counts as new.
    static OwnMonth earlier(PeriodPrizes prizes) {
        return new OwnMonth(prizes, Set.of());
    }

    public boolean isNew(Draw draw) {
        return newDraws.contains(draw);
    }
}
