package dev.windfall.prizes.results;

import dev.windfall.draw.Money;
import dev.windfall.draw.Prize;
import dev.windfall.draw.PublishedDraw;
import dev.windfall.draw.Tier;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A draw's tiers with a bar for what all winners of each get together, things by their nominal value. Bars of one
/// currency can be compared.
///
/// @param rows in the order of the prize table
record TierChart(List<Row> rows) {

    /// The longest bar, in the units of the drawing.
    static final int WIDTH = 100;

    TierChart {
        rows = List.copyOf(rows);
    }

    /// @param length of the bar; 0 for a tier that nobody won
    record Row(Tier tier, Money total, int length) {}

    static TierChart of(PublishedDraw draw) {
        Map<String, BigDecimal> longest = new TreeMap<>();
        draw.tiers().forEach(tier -> longest.merge(code(tier), tier.total().amount(), BigDecimal::max));
        return new TierChart(draw.tiers().stream()
                .map(tier ->
                        new Row(tier, tier.total(), length(tier, longest.getOrDefault(code(tier), BigDecimal.ONE))))
                .toList());
    }

    /// What is paid out in the draw, one sum for each currency, the largest first.
    public List<Money> totals() {
        Map<Currency, Money> sums = new TreeMap<>(Comparator.comparing(Currency::getCurrencyCode));
        rows.stream()
                .filter(row ->
                        row.tier().prize() instanceof Prize.Cash && row.tier().winnersCount() > 0)
                .forEach(row -> sums.merge(row.total().currency(), row.total(), Money::plus));
        return sums.values().stream()
                .sorted(Comparator.comparing(Money::amount).reversed())
                .toList();
    }

    public int width() {
        return WIDTH;
    }

    /// Never so short that a tier with winners can't be seen.
    private static int length(Tier tier, BigDecimal longest) {
        if (tier.winnersCount() == 0 || longest.signum() == 0) {
            return 0;
        }
        BigDecimal share = tier.total().amount().multiply(BigDecimal.valueOf(WIDTH));
        return Math.max(1, share.divide(longest, MathContext.DECIMAL32).intValue());
    }

    private static String code(Tier tier) {
        return tier.prize().value().currency().getCurrencyCode();
    }
}
