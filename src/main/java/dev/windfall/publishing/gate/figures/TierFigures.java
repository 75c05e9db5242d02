package dev.windfall.publishing.gate.figures;

import dev.windfall.draw.Money;

/// What one tier of a draw comes to.
///
/// @param amount for one winner
/// @param count of its prizes
public record TierFigures(Money amount, int count) {

    double total() {
        return amount.amount().doubleValue() * count;
    }
}
