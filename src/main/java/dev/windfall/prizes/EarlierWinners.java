package dev.windfall.prizes;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.windfall.draw.DrawRepository;
import dev.windfall.draw.PublishedDraw;
import dev.windfall.draw.Winners;
import java.util.Optional;

/// The winners of draws that are no longer in the snapshot, of those that somebody asked for lately. They take no more
/// memory than they are given: those that nobody asks for make room.
public final class EarlierWinners {

    private final DrawRepository draws;
    private final Cache<Integer, Winners> byVersion;

    /// @param maxBytes of all winners together
    public EarlierWinners(DrawRepository draws, long maxBytes) {
        this.draws = draws;
        this.byVersion = Caffeine.newBuilder()
                .maximumWeight(maxBytes)
                .weigher((Integer version, Winners winners) -> Math.toIntExact(winners.sizeBytes()))
                .recordStats()
                .build();
    }

    Winners load(PublishedDraw draw) {
        return byVersion.get(draw.version(), _ -> draws.winners(draw));
    }

    /// Those that are held already. What isn't counts as missed once, when it is loaded.
    Optional<Winners> find(PublishedDraw draw) {
        return byVersion.policy().getIfPresentQuietly(draw.version()) == null
                ? Optional.empty()
                : Optional.ofNullable(byVersion.getIfPresent(draw.version()));
    }

    /// Makes room for the snapshot. What is asked for again is loaded again.
    void letGo() {
        byVersion.invalidateAll();
    }

    /// Winners by the version of their draw, for metrics.
    Cache<Integer, Winners> cache() {
        return byVersion;
    }
}
