package dev.windfall.prizes.page;

import dev.windfall.draw.Draw;
import dev.windfall.draw.Money;
import dev.windfall.prizes.SubscriberPrizes;
import dev.windfall.prizes.SubscriberPrizes.DrawPrizes;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/// What was paid out in each draw, as bars from the oldest to the newest: one chart for each currency.
///
/// @param bars a bar for each published draw, those without a prize included
/// @param sums what each of them stands for, as a table
record WinningsChart(Outline outline, List<Bar> bars, List<Sum> sums) {

    /// The height of the tallest bar, in the units of the drawing.
    private static final int HEIGHT = 60;

    /// From the left edge of a bar to that of the next.
    private static final int STEP = 12;

    private static final int GAP = 3;

    WinningsChart {
        bars = List.copyOf(bars);
        sums = List.copyOf(sums);
    }

    /// What is around the bars.
    ///
    /// @param currency of all amounts
    /// @param count of bars
    record Outline(Currency currency, int count, LocalDate first, LocalDate last) {

        /// In the units of the drawing.
        public int width() {
            return Math.max(STEP, count * STEP - GAP);
        }

        public int height() {
            return HEIGHT;
        }
    }

    /// What was paid out in one draw beside the others, in the units of the drawing.
    ///
    /// @param left edge
    /// @param height 0 if nothing was paid out
    record Bar(int left, int height) {

        public boolean isPaid() {
            return height > 0;
        }

        public int top() {
            return HEIGHT - drawnHeight();
        }

        /// Nothing is a line.
        public int drawnHeight() {
            return Math.max(1, height);
        }

        public int width() {
            return STEP - GAP;
        }
    }

    /// @param paid empty if nothing was paid out in this draw
    record Sum(Draw draw, Optional<Money> paid) {}

    /// The charts of all currencies in which something was won.
    static List<WinningsChart> of(SubscriberPrizes prizes) {
        List<DrawPrizes> draws = new ArrayList<>();
        prizes.periods().forEach(period -> draws.addAll(period.draws()));
        Collections.reverse(draws);
        return prizes.totals().stream()
                .map(total -> of(total.currency(), draws))
                .toList();
    }

    private static WinningsChart of(Currency currency, List<DrawPrizes> draws) {
        List<Sum> sums = draws.stream()
                .map(draw -> new Sum(draw.draw(), paid(draw, currency)))
                .toList();
        BigDecimal highest = sums.stream()
                .map(Sum::paid)
                .flatMap(Optional::stream)
                .map(Money::amount)
                .max(BigDecimal::compareTo)
                .filter(amount -> amount.signum() > 0)
                .orElse(BigDecimal.ONE);
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < sums.size(); i++) {
            bars.add(new Bar(i * STEP, height(sums.get(i).paid(), highest)));
        }
        var outline = new Outline(
                currency,
                sums.size(),
                sums.getFirst().draw().date(),
                sums.getLast().draw().date());
        return new WinningsChart(outline, bars, sums);
    }

    private static Optional<Money> paid(DrawPrizes draw, Currency currency) {
        return draw.totals().stream()
                .filter(total -> total.currency().equals(currency))
                .findFirst();
    }

    /// Never so small that a win can't be seen.
    private static int height(Optional<Money> paid, BigDecimal highest) {
        return paid.map(Money::amount)
                .map(amount -> amount.multiply(BigDecimal.valueOf(HEIGHT)).divide(highest, MathContext.DECIMAL32))
                .map(share -> Math.max(2, share.intValue()))
                .orElse(0);
    }
}
