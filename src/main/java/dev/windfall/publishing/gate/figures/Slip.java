package dev.windfall.publishing.gate.figures;

import static dev.windfall.csv.Finding.quoted;

import dev.windfall.draw.Money;
import java.util.List;
import java.util.Optional;

/// A mistake that is easily made with figures.
sealed interface Slip {

    /// The tiers whose figures it spoils.
    List<String> tiers();

    /// The draw without it; empty if the draw can't have come about by it.
    Optional<DrawFigures> undoneIn(DrawFigures draw);

    /// Asks whether it happened to a tier, after the sentence that says what is wrong.
    ///
    /// @param undone the draw without it
    String question(String tier, DrawFigures undone);

    String column();

    /// The decimal point of amounts moved.
    ///
    /// @param places to the right; negative to the left
    record Shift(List<String> tiers, int places) implements Slip {

        @Override
        public Optional<DrawFigures> undoneIn(DrawFigures draw) {
            try {
                DrawFigures undone = draw;
                for (String tier : tiers) {
                    undone = undone.with(tier, undone(draw.get(tier)));
                }
                return Optional.of(undone);
            } catch (ArithmeticException notAnAmount) {
                // an amount with 37 cents is not a hundred times another one
                return Optional.empty();
            }
        }

        private TierFigures undone(TierFigures figures) {
            var amount = figures.amount().amount().movePointLeft(places);
            return new TierFigures(new Money(amount, figures.amount().currency()), figures.count());
        }

        @Override
        public String question(String tier, DrawFigures undone) {
            return "%s would be in line: %s"
                    .formatted(
                            undone.get(tier).amount(),
                            places == 2
                                    ? "has the decimal point been lost, or is this in cents?"
                                    : "is the decimal point in its place?");
        }

        @Override
        public String column() {
            return "prize_amount";
        }
    }

    /// The counts of two tiers were exchanged.
    record Swap(String tier, String other) implements Slip {

        @Override
        public List<String> tiers() {
            return List.of(tier, other);
        }

        @Override
        public Optional<DrawFigures> undoneIn(DrawFigures draw) {
            return Optional.of(draw.with(tier, withCount(draw.get(tier), draw.get(other)))
                    .with(other, withCount(draw.get(other), draw.get(tier))));
        }

        private static TierFigures withCount(TierFigures amount, TierFigures count) {
            return new TierFigures(amount.amount(), count.count());
        }

        @Override
        public String question(String tier, DrawFigures undone) {
            return "%d would be in line: are the counts of tiers %s and %s swapped?"
                    .formatted(undone.get(tier).count(), quoted(this.tier), quoted(other));
        }

        @Override
        public String column() {
            return "winners_count";
        }
    }
}
