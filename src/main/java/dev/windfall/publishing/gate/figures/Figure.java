package dev.windfall.publishing.gate.figures;

import static dev.windfall.csv.Finding.quoted;

import dev.windfall.draw.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Optional;

/// A figure that each draw has anew, and that is held against what it was before. Its size is a decimal logarithm,
/// because what goes wrong with figures goes wrong by factors.
sealed interface Figure {

    /// Whose it is.
    String tier();

    /// The column of the prize table to look at.
    String column();

    /// Its size in a draw; empty if the draw has none.
    Optional<Double> in(DrawFigures draw);

    /// How far it may leave the range that it has had, as a share of that range.
    double margin();

    /// Says that it is not what it used to be, up to where more can be said.
    String sentence(double size, UsualRange usual);

    /// What one winner gets, where there is a winner.
    record Amount(String tier, Currency currency) implements Figure {

        /// Far below a cent: so that nothing has a place on the scale too.
        private static final double NOTHING = 0.000_01;

        @Override
        public String column() {
            return "prize_amount";
        }

        @Override
        public Optional<Double> in(DrawFigures draw) {
            return draw.find(tier)
                    .filter(figures -> figures.count() > 0)
                    .map(TierFigures::amount)
                    .filter(amount -> amount.currency().equals(currency))
                    .map(amount -> Math.log10(amount.amount().doubleValue() + NOTHING));
        }

        @Override
        public double margin() {
            return MARGIN;
        }

        @Override
        public String sentence(double size, UsualRange usual) {
            return "%s for a winner of tier %s is out of line: it was %s in its last %d draws"
                    .formatted(text(size), quoted(tier), usual.text(this::text), usual.draws());
        }

        private String text(double size) {
            int decimals = Math.max(0, currency.getDefaultFractionDigits());
            var amount = new BigDecimal(Math.pow(10, size) - NOTHING).setScale(decimals, RoundingMode.HALF_UP);
            return new Money(amount.max(BigDecimal.ZERO), currency).toString();
        }
    }

    /// How many win the tier. One is added, so that nobody has a place on the scale too.
    record Count(String tier) implements Figure {

        @Override
        public String column() {
            return "winners_count";
        }

        @Override
        public Optional<Double> in(DrawFigures draw) {
            return draw.find(tier).map(figures -> Math.log10(figures.count() + 1.0));
        }

        @Override
        public double margin() {
            return MARGIN;
        }

        @Override
        public String sentence(double size, UsualRange usual) {
            return "a count of %s in tier %s is out of line: it was %s in its last %d draws"
                    .formatted(text(size), quoted(tier), usual.text(Count::text), usual.draws());
        }

        private static String text(double size) {
            return Long.toString(Math.round(Math.pow(10, size)) - 1);
        }
    }

    /// How many times the prizes of the next tier a tier's prizes come to, all winners together. Tiers have their
    /// shares of one pot, or their odds: so this may vary little where amounts and counts vary much.
    record Ratio(String tier, String next) implements Figure {

        @Override
        public String column() {
            return "prize_amount";
        }

        @Override
        public Optional<Double> in(DrawFigures draw) {
            return total(draw, tier)
                    .flatMap(total -> total(draw, next)
                            .filter(other -> other.currency().equals(total.currency()))
                            .map(other -> Math.log10(total.sum() / other.sum())));
        }

        private static Optional<Total> total(DrawFigures draw, String tier) {
            return draw.find(tier)
                    .filter(figures -> figures.total() > 0)
                    .map(figures -> new Total(figures.total(), figures.amount().currency()));
        }

        @Override
        public double margin() {
            return RATIO_MARGIN;
        }

        @Override
        public String sentence(double size, UsualRange usual) {
            return "all prizes of tier %s come to %s times those of tier %s, which is out of line: it was %s in the last %d"
                            .formatted(quoted(tier), text(size), quoted(next), usual.text(Ratio::text), usual.draws())
                    + " draws with both";
        }

        private static String text(double size) {
            return new BigDecimal(Math.pow(10, size))
                    .round(new MathContext(3))
                    .stripTrailingZeros()
                    .toPlainString();
        }

        private record Total(double sum, Currency currency) {}
    }

    /// Jackpots and special draws reach beyond whatever was there before.
    double MARGIN = 0.3;

    double RATIO_MARGIN = 0.15;
}
