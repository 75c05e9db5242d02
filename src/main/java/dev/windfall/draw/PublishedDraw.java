package dev.windfall.draw;

import java.util.List;

/// A draw whose winners are final under this version; a correction is a new version, never a change to this one.
///
/// @param version the key of this version among all versions of all draws: what is kept in memory is kept under it
/// @param tiers the declared prize table, in its own order; [Winners] name a tier by its place in this list
public record PublishedDraw(Draw draw, int version, Edition edition, List<Tier> tiers) {

    public PublishedDraw {
        tiers = List.copyOf(tiers);
    }

    /// How many prizes the draw has over all tiers.
    public int prizeCount() {
        return tiers.stream().mapToInt(Tier::winnersCount).sum();
    }
}
