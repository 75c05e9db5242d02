package dev.windfall.prizes.page;

import dev.windfall.draw.PendingDraw;
import dev.windfall.draw.SubscriptionPeriod;
import dev.windfall.prizes.SubscriberPrizes.DrawPrizes;
import dev.windfall.prizes.SubscriberPrizes.PeriodPrizes;
import java.util.List;

/// All that a page shows of a month, in pieces that are equal for all to whom they look the same: few subscribers have
/// the same month, but many share each of its draws.
///
/// @param won draws with a prize, newest first
/// @param notWon draws without one
record OwnMonth(Outline outline, List<OwnDraw> won, List<OwnDraw> notWon) {

    OwnMonth {
        won = List.copyOf(won);
        notWon = List.copyOf(notWon);
    }

    /// What is around the draws.
    ///
    /// @param won whether there is a prize
    /// @param notWonCount how many draws have none
    record Outline(SubscriptionPeriod period, List<PendingDraw> pending, boolean won, int notWonCount) {

        Outline {
            pending = List.copyOf(pending);
        }

        public boolean isEmpty() {
            return !won && notWonCount == 0 && pending.isEmpty();
        }
    }

    /// One draw.
    ///
    /// @param isNew whether it was published since the last visit
    record OwnDraw(DrawPrizes prizes, boolean isNew) {}

    /// @param seen the data version that was shown in the visit before
    static OwnMonth since(long seen, PeriodPrizes prizes) {
        List<OwnDraw> won = marked(prizes.won(), seen);
        List<OwnDraw> notWon = marked(prizes.notWon(), seen);
        return new OwnMonth(new Outline(prizes.period(), prizes.pending(), !won.isEmpty(), notWon.size()), won, notWon);
    }

    /// A month that is looked back at, in which nothing counts as new.
    static OwnMonth earlier(PeriodPrizes prizes) {
        return since(Long.MAX_VALUE, prizes);
    }

    private static List<OwnDraw> marked(List<DrawPrizes> draws, long seen) {
        return draws.stream()
                .map(draw -> new OwnDraw(draw, draw.edition().dataVersion() > seen))
                .toList();
    }
}
