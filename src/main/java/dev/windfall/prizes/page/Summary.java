package dev.windfall.prizes.page;

import dev.windfall.draw.Draw;
import dev.windfall.draw.Money;
import dev.windfall.draw.Prize;
import dev.windfall.prizes.SubscriberPrizes;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What a subscriber won in all, at a glance.
record Summary(Outline outline, Winnings winnings) {

    /// What many have in common, however much they won.
    ///
    /// @param won whether there is a prize
    /// @param pendingCount how many draws are not published
    /// @param unknown whether nothing is known of any draw
    /// @param nextDraw when the next draw is, if that is known
    /// @param newDraws how many draws were published since the last visit
    record Outline(
            boolean won,
            long pendingCount,
            boolean unknown,
            Optional<Draw> completeThrough,
            Optional<LocalDate> nextDraw,
            long newDraws) {}

    /// @param totals paid out, one sum for each currency
    /// @param items the things won
    record Winnings(List<Money> totals, List<Prize.Item> items) {

        Winnings {
            totals = List.copyOf(totals);
            items = List.copyOf(items);
        }

        public boolean won() {
            return !totals.isEmpty() || !items.isEmpty();
        }
    }

    /// @param seen the data version that was shown in the visit before
    static Summary of(SubscriberPrizes prizes, Optional<LocalDate> nextDraw, long seen) {
        var winnings = new Winnings(List.copyOf(prizes.totals()), prizes.items());
        var outline = new Outline(
                winnings.won(),
                prizes.pendingCount(),
                prizes.unknown(),
                prizes.completeThrough(),
                nextDraw,
                prizes.publishedSince(seen));
        return new Summary(outline, winnings);
    }
}
