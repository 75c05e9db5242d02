package dev.windfall.prizes;

import dev.windfall.draw.ConsistentRead;
import dev.windfall.draw.Draw;
import dev.windfall.draw.DrawRepository;
import dev.windfall.draw.LotteryCalendar;
import dev.windfall.draw.PendingDraw;
import dev.windfall.draw.PeriodRepository;
import dev.windfall.draw.PublishedDraw;
import dev.windfall.draw.SubscriptionPeriod;
import dev.windfall.draw.Winners;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.StressOptions;
import org.junit.jupiter.api.Test;

/// Publications, refreshes and readers in several threads, in scenarios that a checker of concurrent programs comes up
/// with and runs thousands of times. Each operation says whether what it saw was right; one after the other, they all
/// say yes.
class SnapshotsRaceTests {

    @Test
    void letsNoThreadSeeAnOlderStateUnderStress() {
        new StressOptions()
                .iterations(20)
                .invocationsPerIteration(2000)
                .threads(3)
                .actorsPerThread(3)
                .check(Race.class);
    }

    public static final class Race {

        private final PublishedVersions database = new PublishedVersions();
        private final Snapshots snapshots = database.snapshots();

        public Race() {
            snapshots.refresh();
        }

        @Operation
        public boolean showsWhatWasPublishedBeforeItsRefresh() {
            int version = database.published.incrementAndGet();
            return snapshots.refresh().dataVersion() >= version
                    && snapshots.current().dataVersion() >= version;
        }

        @Operation
        public boolean showsNoOlderStateAfterANewerOne() {
            long before = snapshots.current().dataVersion();
            return snapshots.current().dataVersion() >= before;
        }

        @Operation
        public boolean showsEachStateWhole() {
            Snapshot snapshot = snapshots.current();
            return snapshot.published().count() == snapshot.dataVersion();
        }
    }

    /// A database in which version n of the data has n draws.
    private static final class PublishedVersions implements PeriodRepository, DrawRepository, ConsistentRead {

        private static final SubscriptionPeriod PERIOD = new SubscriptionPeriod(202611);
        private static final Winners WINNERS = Winners.builder(1).add(7, 0).build();
        private static final List<PublishedDraw> DRAWS = IntStream.rangeClosed(1, 20)
                .mapToObj(id -> new Draw(id, "draw " + id, LocalDate.of(2026, 11, id)))
                .map(draw -> new PublishedDraw(draw, draw.id(), Lottery.TIERS))
                .toList();

        final AtomicInteger published = new AtomicInteger();
        private final ThreadLocal<Integer> seen = new ThreadLocal<>();

        Snapshots snapshots() {
            var calendar = new LotteryCalendar(
                    Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC), ZoneOffset.UTC);
            var loader = new SnapshotLoader(this, this, this, calendar, new HeapGuard(new TestHeap()));
            return new Snapshots(loader, calendar);
        }

        @Override
        public <T> T of(Supplier<T> questions) {
            seen.set(published.get());
            T answers = questions.get();
            seen.remove();
            return answers;
        }

        @Override
        public long dataVersion() {
            Integer inTransaction = seen.get();
            return inTransaction == null ? published.get() : inTransaction;
        }

        @Override
        public List<PublishedDraw> publishedDraws(SubscriptionPeriod period) {
            return DRAWS.subList(0, (int) dataVersion());
        }

        @Override
        public List<PendingDraw> pendingDraws(SubscriptionPeriod period) {
            return List.of();
        }

        @Override
        public Winners winners(PublishedDraw draw) {
            return WINNERS;
        }

        @Override
        public List<SubscriptionPeriod> lastPeriods(SubscriptionPeriod current, int count) {
            return List.of(PERIOD);
        }

        @Override
        public void open(SubscriptionPeriod from, SubscriptionPeriod current) {}
    }
}
