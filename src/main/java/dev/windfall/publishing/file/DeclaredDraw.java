package dev.windfall.publishing.file;

import dev.windfall.draw.Tier;
import java.time.LocalDate;
import java.util.List;

/// A draw as a prize table declares it: its tiers in the order of the table.
///
/// @param date in the lottery's time zone
/// @param lines where in the prize table each tier stands
public record DeclaredDraw(String number, LocalDate date, List<Tier> tiers, List<Long> lines) {

    public DeclaredDraw {
        tiers = List.copyOf(tiers);
        lines = List.copyOf(lines);
        if (tiers.isEmpty() || tiers.size() != lines.size()) {
            throw new IllegalArgumentException("a declared draw has tiers, each in a line");
        }
    }

    /// How many prizes are declared over all tiers; a prize table with more than an int holds is refused.
    public int prizeCount() {
        return tiers.stream().mapToInt(Tier::winnersCount).sum();
    }
}
