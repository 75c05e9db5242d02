package dev.windfall.prizes.page;

import dev.windfall.draw.Draw;
import dev.windfall.draw.Money;
import dev.windfall.prizes.SubscriberPrizes;
import dev.windfall.prizes.SubscriberPrizes.DrawPrizes;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/// What was paid out in each draw, as bars from the oldest to the newest: one chart for each currency.
///
/// @param currency of all amounts
/// @param bars a bar for each published draw, those without a prize included
record WinningsChart(Currency currency, List<Bar> bars) {

    /// The height of the tallest bar, in the units of the drawing.
    private static final int HEIGHT = 60;

    /// From the left edge of a bar to that of the next.
    private static final int STEP = 12;

    private static final int GAP = 3;

    WinningsChart {
        bars = List.copyOf(bars);
    }

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
        List<Optional<Money>> sums =
                draws.stream().map(draw -> sum(draw, currency)).toList();
        BigDecimal highest = sums.stream()
                .flatMap(Optional::stream)
                .map(Money::amount)
                .max(BigDecimal::compareTo)
                .filter(amount -> amount.signum() > 0)
                .orElse(BigDecimal.ONE);
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < draws.size(); i++) {
            bars.add(new Bar(draws.get(i).draw(), sums.get(i), i * STEP, height(sums.get(i), highest)));
        }
        return new WinningsChart(currency, bars);
    }

    private static Optional<Money> sum(DrawPrizes draw, Currency currency) {
        return draw.totals().stream()
                .filter(total -> total.currency().equals(currency))
                .findFirst();
    }

    /// Never so small that a win can't be seen.
    private static int height(Optional<Money> sum, BigDecimal highest) {
        return sum.map(Money::amount)
                .map(amount -> amount.multiply(BigDecimal.valueOf(HEIGHT)).divide(highest, MathContext.DECIMAL32))
                .map(share -> Math.max(2, share.intValue()))
                .orElse(0);
    }

    /// In the units of the drawing.
    public int width() {
        return Math.max(STEP, bars.size() * STEP - GAP);
    }

    public int height() {
        return HEIGHT;
    }

    public Bar first() {
        return bars.getFirst();
    }

    public Bar last() {
        return bars.getLast();
    }

    /// @param sum empty if nothing was paid out in this draw
    /// @param left edge, in the units of the drawing
    record Bar(Draw draw, Optional<Money> sum, int left, int height) {

        public int top() {
            return HEIGHT - height;
        }

        public int width() {
            return STEP - GAP;
        }
    }
}
