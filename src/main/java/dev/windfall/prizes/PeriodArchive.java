package dev.windfall.prizes;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.windfall.draw.ConsistentRead;
import dev.windfall.draw.DrawRepository;
import dev.windfall.draw.PeriodResults;
import dev.windfall.draw.PublishedDraw;
import dev.windfall.draw.SubscriptionPeriod;
import dev.windfall.draw.Winners;
import dev.windfall.measure.CacheMeters;
import dev.windfall.prizes.Snapshot.PeriodDraws;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// Any period there ever was: the last three out of the snapshot, older ones asked for when somebody wants to see them.
/// The questions are the same for everybody, so one visitor's answer is all the others' as well.
///
/// Answers are kept under the version of the data that they were asked for, so that none can be older than that; what
/// was asked for the version before is asked once more.
public final class PeriodArchive {

    /// What a tier takes in memory, with its name, its amount and its share of the draw; estimated.
    private static final int TIER_BYTES = 300;

    private static final int VERSIONS_INDEXED = 2;

    /// With the wait for a connection to a database that is away, an answer still comes within 3 s.
    private static final Duration PATIENCE = Duration.ofMillis(1500);

    private final DrawRepository draws;
    private final ConsistentRead consistentRead;
    private final EarlierWinners winners;
    private final HeapGuard guard;
    private final Cache<PeriodVersion, PeriodResults> results;
    private final Cache<Long, DrawIndex> indexes =
            Caffeine.newBuilder().maximumSize(VERSIONS_INDEXED).recordStats().build();
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
                .recordStats()
                .build();
    }

    /// What it keeps beside the winners.
    void bindTo(MeterRegistry meters) {
        new CacheMeters("earlier-results", results).bindTo(meters);
        new CacheMeters("draw-index", indexes).bindTo(meters);
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

    /// The winners of a draw that is in no period of the snapshot. Those who look back wait for each other while
    /// winners are loaded, so that what is loaded leaves room for all that goes on, and not for long.
    ///
    /// @throws SnapshotTooLarge if the heap has no room for them
    /// @throws ArchiveBusy if too many others wait
    Winners winners(PublishedDraw draw) {
        return winners.find(draw).orElseGet(() -> oneAtATime(() -> load(draw)));
    }

    private PeriodResults resultsBefore(Snapshot snapshot, SubscriptionPeriod period) {
        return results.get(
                new PeriodVersion(period, snapshot.dataVersion()),
                _ -> consistentRead.of(() -> PeriodResults.of(period, draws)));
    }

    private Winners load(PublishedDraw draw) {
        Optional<Winners> loadedMeanwhile = winners.find(draw);
        if (loadedMeanwhile.isPresent()) {
            return loadedMeanwhile.get();
        }
        try (var _ = guard.admitEarlier(draw)) {
            return winners.load(draw);
        }
    }

    private <T> T oneAtATime(Supplier<T> load) {
        try {
            if (!oneLoadAtATime.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new ArchiveBusy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ArchiveBusy();
        }
        try {
            return load.get();
        } finally {
            oneLoadAtATime.unlock();
        }
    }

    private DrawIndex index(Snapshot snapshot) {
        return indexes.get(snapshot.dataVersion(), _ -> DrawIndex.of(draws.periodsOfDraws()));
    }

    private static int weigh(PeriodVersion version, PeriodResults results) {
        int draws = 1 + results.published().size() + results.pending().size();
        int tiers = results.published().stream()
                .mapToInt(draw -> draw.tiers().size())
                .sum();
        return TIER_BYTES * (draws + tiers);
    }
}
