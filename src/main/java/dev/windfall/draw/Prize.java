package dev.windfall.draw;

/// What one winner of a tier gets: money, or a thing.
public sealed interface Prize {

    /// What the prize is worth: what is paid out, or an item's nominal value.
    Money value();

    /// An amount that is paid out.
    record Cash(Money value) implements Prize {}

    /// A thing that is sent (a hamper, a car).
    ///
    /// @param value nominal: it is told, and never added to amounts that are paid out
    record Item(String name, Money value) implements Prize {
        public Item {
            if (name.isBlank()) {
                throw new IllegalArgumentException("an item has a name");
            }
        }
    }
}
