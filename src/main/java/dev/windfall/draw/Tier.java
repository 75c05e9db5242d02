package dev.windfall.draw;

/// A line of a draw's prize table: everyone who wins in this tier wins the same.
///
/// @param name as the lottery calls it, unique within its draw: `4 correct`
/// @param winnersCount how many prizes of this tier the draw has; 0 where nobody won it
public record Tier(String name, Prize prize, int winnersCount) {

    public Tier {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a tier has a name");
        }
        if (winnersCount < 0) {
            throw new IllegalArgumentException("a tier has no fewer than 0 winners, not " + winnersCount);
        }
    }

    /// What all winners of the tier get together.
    ///
    /// @throws ArithmeticException if that is more than [Money] can tell
    public Money total() {
        return prize.value().times(winnersCount);
    }
}
