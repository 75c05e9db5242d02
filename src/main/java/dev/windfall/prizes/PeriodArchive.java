package dev.windfall.prizes;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.windfall.draw.ConsistentRead;
import dev.windfall.draw.DrawRepository;
import dev.windfall.draw.PeriodResults;
import dev.windfall.draw.PublishedDraw;
import dev.windfall.draw.SubscriptionPeriod;
import dev.windfall.draw.Winners;
import dev.windfall.prizes.Snapshot.DrawWinners;
import dev.windfall.prizes.Snapshot.PeriodDraws;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/// Any period there ever was: the last three out of the snapshot, older ones asked for when somebody wants to see them.
/// The questions are the same for everybody, so one visitor's answer is all the others' as well.
///
/// Answers are kept under the version of the data that they were asked for, so that none can be stale; what was asked
/// for the version before is asked once more.
public final class PeriodArchive {

    /// What a tier takes in memory, with its name, its amount and its share of the draw; estimated.
    private static final int TIER_BYTES = 300;

    private static final int VERSIONS_INDEXED = 2;

    private final DrawRepository draws;
    private final ConsistentRead consistentRead;
    private final EarlierWinners winners;
    private final HeapGuard guard;
    private final Cache<PeriodVersion, PeriodResults> results;
    private final Cache<Long, DrawIndex> indexes =
            Caffeine.newBuilder().maximumSize(VERSIONS_INDEXED).build();
    private final ReentrantLock oneLoadAtATime = new ReentrantLock();

    private record PeriodVersion(SubscriptionPeriod period, long dataVersion) {}

    /// @param periods of all draws, newest first
    private record DrawIndex(Map<Integer, SubscriptionPeriod> periodsByDraw, List<SubscriptionPeriod> periods) {
        static DrawIndex of(Map<Integer, SubscriptionPeriod> periodsByDraw) {
            return new DrawIndex(
                    Map.copyOf(periodsByDraw),
                    periodsByDraw.values().stream()
                            .distinct()
                            .sorted(Comparator.reverseOrder())
                            .toList());
        }
    }

    /// @param maxResultsBytes of all results that are kept without their winners
    public PeriodArchive(
            DrawRepository draws,
            ConsistentRead consistentRead,
            EarlierWinners winners,
            HeapGuard guard,
            long maxResultsBytes) {
        this.draws = draws;
        this.consistentRead = consistentRead;
        this.winners = winners;
        this.guard = guard;
        this.results = Caffeine.newBuilder()
                .maximumWeight(maxResultsBytes)
                .weigher(PeriodArchive::weigh)
                .build();
    }

    /// All periods in which there were draws, newest first.
    public List<SubscriptionPeriod> periods(Snapshot snapshot) {
        return index(snapshot).periods();
    }

    /// Empty for a period that is neither one of the last three nor one with draws.
    public Optional<PeriodResults> results(Snapshot snapshot, SubscriptionPeriod period) {
        return snapshot.period(period)
                .map(PeriodDraws::results)
                .or(() -> Optional.of(period)
                        .filter(periods(snapshot)::contains)
                        .map(earlier -> resultsBefore(snapshot, earlier)));
    }

    /// The results of the period that a draw belongs to; empty if there is no such draw.
    public Optional<PeriodResults> resultsAround(Snapshot snapshot, int drawId) {
        return snapshot.periodOfDraw(drawId)
                .or(() -> Optional.ofNullable(index(snapshot).periodsByDraw().get(drawId)))
                .flatMap(period -> results(snapshot, period));
    }

    /// The draws of a period with their winners; empty where there are no [results][#results].
    ///
    /// @throws SnapshotTooLarge if the heap has no room for what is lacking
    Optional<PeriodDraws> draws(Snapshot snapshot, SubscriptionPeriod period) {
        return snapshot.period(period)
                .or(() -> results(snapshot, period)
                        .map(earlier -> new PeriodDraws(
                                period,
                                earlier.published().stream()
                                        .map(this::withWinners)
                                        .toList(),
                                earlier.pending())));
    }

    private PeriodResults resultsBefore(Snapshot snapshot, SubscriptionPeriod period) {
        return results.get(
                new PeriodVersion(period, snapshot.dataVersion()),
                _ -> consistentRead.of(
                        () -> new PeriodResults(period, draws.publishedDraws(period), draws.pendingDraws(period))));
    }

    private DrawWinners withWinners(PublishedDraw draw) {
        return new DrawWinners(draw, winners.find(draw).orElseGet(() -> load(draw)));
    }

    /// Visitors who look back wait for each other, so that what they have loaded leaves room for all that goes on.
    private Winners load(PublishedDraw draw) {
        oneLoadAtATime.lock();
        try {
            if (winners.find(draw).isEmpty()) {
                guard.admit(List.of(draw));
            }
            return winners.load(draw);
        } finally {
            oneLoadAtATime.unlock();
        }
    }

    private DrawIndex index(Snapshot snapshot) {
        return indexes.get(snapshot.dataVersion(), _ -> DrawIndex.of(draws.periodsOfDraws()));
    }

    private static int weigh(PeriodVersion version, PeriodResults results) {
        return results.published().stream()
                .mapToInt(draw -> TIER_BYTES * (1 + draw.tiers().size()))
                .sum();
    }
}
