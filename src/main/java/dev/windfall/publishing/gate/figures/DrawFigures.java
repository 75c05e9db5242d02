package dev.windfall.publishing.gate.figures;

import dev.windfall.draw.Tier;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/// The figures of a draw's tiers.
///
/// @param byTier in the order of its prize table
public record DrawFigures(Map<String, TierFigures> byTier) {

    public DrawFigures {
        byTier = Collections.unmodifiableMap(new LinkedHashMap<>(byTier));
    }

    public static DrawFigures of(List<Tier> tiers) {
        Map<String, TierFigures> byTier = new LinkedHashMap<>();
        tiers.forEach(
                tier -> byTier.put(tier.name(), new TierFigures(tier.prize().value(), tier.winnersCount())));
        return new DrawFigures(byTier);
    }

    public List<String> tiers() {
        return List.copyOf(byTier.keySet());
    }

    public Optional<TierFigures> find(String tier) {
        return Optional.ofNullable(byTier.get(tier));
    }

    /// @throws NoSuchElementException if there is no such tier
    TierFigures get(String tier) {
        return find(tier).orElseThrow();
    }

    DrawFigures with(String tier, TierFigures figures) {
        Map<String, TierFigures> changed = new LinkedHashMap<>(byTier);
        changed.put(tier, figures);
        return new DrawFigures(changed);
    }
}
