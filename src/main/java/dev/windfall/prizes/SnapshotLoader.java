package dev.windfall.prizes;

import static java.util.stream.Collectors.toSet;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.windfall.draw.ConsistentRead;
import dev.windfall.draw.DrawRepository;
import dev.windfall.draw.LotteryCalendar;
import dev.windfall.draw.PeriodRepository;
import dev.windfall.draw.PeriodResults;
import dev.windfall.draw.PublishedDraw;
import dev.windfall.draw.Winners;
import dev.windfall.prizes.Snapshot.DrawWinners;
import dev.windfall.prizes.Snapshot.PeriodDraws;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Makes a snapshot out of a few small questions, and loads only those winners that it does not hold yet.
///
/// Winners are kept under the version of their draw. A version never changes, so what is held can't be stale and is
/// never invalidated; it is let go once no period of the snapshot refers to it.
public final class SnapshotLoader {

    /// How many subscription periods a subscriber can look back on.
    static final int PERIODS = 3;

    private final PeriodRepository periods;
    private final DrawRepository draws;
    private final ConsistentRead consistentRead;
    private final LotteryCalendar calendar;
    private final HeapGuard guard;
    private final Cache<Integer, Winners> winnersByVersion =
            Caffeine.newBuilder().recordStats().build();

    public SnapshotLoader(
            PeriodRepository periods,
            DrawRepository draws,
            ConsistentRead consistentRead,
            LotteryCalendar calendar,
            HeapGuard guard) {
        this.periods = periods;
        this.draws = draws;
        this.consistentRead = consistentRead;
        this.calendar = calendar;
        this.guard = guard;
    }

    /// What is published now.
    ///
    /// @throws SnapshotTooLarge before anything is loaded, if the heap has no room for what is lacking
    public Snapshot load() {
        Instant seen = calendar.now();
        Catalogue catalogue = consistentRead.of(this::readCatalogue);
        // what an earlier load left behind that failed half way is not to take the place of what is wanted now
        winnersByVersion.asMap().keySet().retainAll(versionsIn(catalogue));
        try (var _ = guard.admit(lacking(catalogue))) {
            List<PeriodDraws> loaded =
                    catalogue.periods().stream().map(this::withWinners).toList();
            return Snapshot.of(catalogue.dataVersion(), seen, loaded);
        }
    }

    /// Whether loading would find what `snapshot` has already: one small question.
    boolean isCurrent(Snapshot snapshot) {
        return snapshot.newestPeriod().equals(Optional.of(calendar.currentPeriod()))
                && snapshot.dataVersion() == draws.dataVersion();
    }

    /// Winners by the version of their draw, for metrics.
    Cache<Integer, Winners> cache() {
        return winnersByVersion;
    }

    /// What all winners take that are held.
    long sizeBytes() {
        return winnersByVersion.asMap().values().stream()
                .mapToLong(Winners::sizeBytes)
                .sum();
    }

    private Catalogue readCatalogue() {
        return new Catalogue(
                draws.dataVersion(),
                periods.lastPeriods(calendar.currentPeriod(), PERIODS).stream()
                        .map(period -> PeriodResults.of(period, draws))
                        .toList());
    }

    private List<PublishedDraw> lacking(Catalogue catalogue) {
        return catalogue
                .published()
                .filter(draw -> !winnersByVersion.asMap().containsKey(draw.version()))
                .toList();
    }

    private PeriodDraws withWinners(PeriodResults results) {
        List<DrawWinners> published = results.published().stream()
                .map(draw -> new DrawWinners(draw, winnersByVersion.get(draw.version(), _ -> draws.winners(draw))))
                .toList();
        return PeriodDraws.of(results, published);
    }

    private static Set<Integer> versionsIn(Catalogue catalogue) {
        return catalogue.published().map(PublishedDraw::version).collect(toSet());
    }

    /// What there is, before any winner is loaded.
    private record Catalogue(long dataVersion, List<PeriodResults> periods) {

        Stream<PublishedDraw> published() {
            return periods.stream().flatMap(period -> period.published().stream());
        }
    }
}
