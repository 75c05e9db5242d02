package dev.windfall.prizes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jetbrains.lincheck.datastructures.ManagedStrategyGuaranteeKt.forClasses;

import dev.windfall.draw.ConsistentRead;
import dev.windfall.draw.Draw;
import dev.windfall.draw.DrawRepository;
import dev.windfall.draw.Edition;
import dev.windfall.draw.LotteryCalendar;
import dev.windfall.draw.PendingDraw;
import dev.windfall.draw.PeriodRepository;
import dev.windfall.draw.PublishedDraw;
import dev.windfall.draw.SubscriptionPeriod;
import dev.windfall.draw.Winners;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.util.LoggingLevel;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Publications, refreshes and readers in three threads. A model checker runs them in many orders of their steps, and
/// prints the one in which something went wrong.
class SnapshotsRaceTests {

    private static final int MAX_RUN_S = 300;

    /// Where the checker doesn't switch threads: what has nothing that is shared and changes, or is tried by those who
    /// made it. Without this list the search takes ten times as long.
    private static final List<String> UNINTERRUPTED = List.of(
            "com.github.benmanes.",
            "java.time.",
            "java.util.ImmutableCollections",
            "java.util.stream.",
            "dev.windfall.draw.",
            "dev.windfall.prizes.HeapGuard");

    /// In a process of its own: the checker rewrites classes, and so does what makes the mocks of other tests.
    @Test
    void showsNoThreadAnOlderStateWhateverTheOrder(@TempDir Path folder) throws Exception {
        Path output = folder.resolve("output");
        Process checker = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+EnableDynamicAgentLoading",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Race.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(checker.waitFor(MAX_RUN_S, TimeUnit.SECONDS)).isTrue();
            assertThat(checker.exitValue()).as(Files.readString(output)).isZero();
        } finally {
            checker.destroyForcibly();
        }
    }

    /// Each operation says whether what it saw was right. One after the other, all of them say yes.
    public static final class Race {

        /// Ends with an exception if an order is found in which an operation says no.
        public static void main(String[] args) {
            new ModelCheckingOptions()
                    .iterations(20)
                    .invocationsPerIteration(500)
                    .actorsBefore(0)
                    .threads(3)
                    .actorsPerThread(1)
                    .actorsAfter(0)
                    .addGuarantee(forClasses(Race::isUninterrupted).allMethods().ignore())
                    .logLevel(LoggingLevel.ERROR)
                    .check(Race.class);
        }

        private static boolean isUninterrupted(String className) {
            return UNINTERRUPTED.stream().anyMatch(className::startsWith);
        }

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
                .map(draw ->
                        new PublishedDraw(draw, draw.id(), new Edition(draw.id(), Instant.EPOCH, false), Lottery.TIERS))
                .toList();

        final AtomicInteger published = new AtomicInteger();

        /// What the thread that reads consistently sees until it has finished.
        private int seen;

        private volatile @Nullable Thread reading;

        Snapshots snapshots() {
            var calendar = new LotteryCalendar(
                    Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC), ZoneOffset.UTC);
            var loader = new SnapshotLoader(this, this, this, calendar, new HeapGuard(new TestHeap(), () -> {}));
            return new Snapshots(loader, calendar);
        }

        @Override
        public synchronized <T> T of(Supplier<T> questions) {
            seen = published.get();
            reading = Thread.currentThread();
            try {
                return questions.get();
            } finally {
                reading = null;
            }
        }

        @Override
        public long dataVersion() {
            return Thread.currentThread().equals(reading) ? seen : published.get();
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
        public Map<Integer, SubscriptionPeriod> periodsOfDraws() {
            return Map.of();
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
