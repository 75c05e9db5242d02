package dev.windfall.prizes;

import static dev.windfall.prizes.Lottery.winners;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import dev.windfall.draw.PublishedDraw;
import dev.windfall.draw.SubscriptionPeriod;
import dev.windfall.draw.Winners;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SnapshotsTests {

    private final Lottery lottery = Lottery.on("2026-11-21").withPeriods(202609, 202610, 202611);
    private final Snapshots snapshots = lottery.snapshots();

    @Test
    void loadsOnlyWhatItDoesNotHold() {
        PublishedDraw first = lottery.publish(1, "1", "2026-11-07", winners().add(7, 0));
        snapshots.refresh();
        PublishedDraw second = lottery.publish(2, "2", "2026-11-14", winners().add(7, 1));

        snapshots.refresh();

        assertThat(snapshots.current().published().map(Snapshot.DrawWinners::draw))
                .containsExactly(second, first);
        verify(lottery.draws, times(1)).winners(first);
        verify(lottery.draws, times(1)).winners(second);
    }

    /// What a failed load had read already, and nobody wants any more, takes no room from what is wanted.
    @Test
    void letsGoWhatAFailedLoadLeftBehind() {
        SnapshotLoader loader = lottery.loader();
        PublishedDraw read = lottery.publish(2, "2", "2026-11-14", winners().add(7, 0));
        PublishedDraw unreadable =
                lottery.publish(1, "1", "2026-11-07", winners().add(7, 0));
        doThrow(new IllegalStateException("the connection is lost"))
                .when(lottery.draws)
                .winners(unreadable);
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(loader::load);
        assertThat(loader.cache().asMap()).containsOnlyKeys(read.version());
        lottery.withdraw(read);

        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(loader::load);

        assertThat(loader.cache().asMap()).isEmpty();
    }

    /// Who waited for another's load has changed nothing.
    @Test
    void tellsWhoLoadedWhat() throws Exception {
        snapshots.refresh();
        PublishedDraw published =
                lottery.publish(1, "1", "2026-11-07", winners().add(7, 0));
        var loading = new CountDownLatch(1);
        var waiting = new CountDownLatch(1);
        doAnswer(_ -> {
                    loading.countDown();
                    waiting.await();
                    return winners().add(7, 0).build();
                })
                .when(lottery.draws)
                .winners(published);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(snapshots::renew);
            loading.await();
            var second = threads.submit(snapshots::renew);
            waiting.countDown();

            assertThat(first.get().before().orElseThrow().published()).isEmpty();
            assertThat(second.get().before().orElseThrow().published()).hasSize(1);
            assertThat(second.get().after().periods())
                    .isEqualTo(first.get().after().periods());
        }
    }

    @Test
    void asksOneSmallQuestionWhenNothingChanged() {
        lottery.publish(1, "1", "2026-11-07", winners());
        Snapshot before = snapshots.refresh();
        clearInvocations(lottery.draws, lottery.periods);
        lottery.setNow(Instant.parse("2026-11-21T20:00:00Z"));

        Snapshot after = snapshots.refresh();

        assertThat(after.periods()).isEqualTo(before.periods());
        assertThat(after.asOf()).isEqualTo(Instant.parse("2026-11-21T20:00:00Z"));
        verify(lottery.draws, times(1)).dataVersion();
        verify(lottery.draws, never()).publishedDraws(any());
    }

    @Test
    void isAsOldAsItsCatalogueAndNotAsTheEndOfItsLoad() {
        Instant before = lottery.calendar().now();
        PublishedDraw draw = lottery.publish(1, "1", "2026-11-07", winners());
        doAnswer(_ -> {
                    lottery.setNow(before.plusSeconds(40));
                    return Winners.builder(0).build();
                })
                .when(lottery.draws)
                .winners(draw);

        assertThat(snapshots.refresh().asOf()).isEqualTo(before);
    }

    @Test
    void turnsTheMonthWithoutAPublication() {
        PublishedDraw inSeptember =
                lottery.publish(1, "1", "2026-09-05", winners().add(7, 0));
        snapshots.refresh();
        lottery.withPeriods(202612);
        lottery.setNow(Instant.parse("2026-11-30T23:00:00Z"));

        snapshots.refresh();

        assertThat(snapshots.current().newestPeriod()).contains(new SubscriptionPeriod(202612));
        assertThat(snapshots.current().published()).isEmpty();
        verify(lottery.draws, times(1)).winners(inSeptember);
    }

    @Test
    void letsGoOfWinnersThatNoPeriodRefersTo() {
        lottery.publish(1, "1", "2026-09-05", winners().add(7, 0));
        SnapshotLoader loader = lottery.loader();
        loader.load();
        assertThat(loader.cache().asMap()).containsOnlyKeys(1);

        lottery.withPeriods(202612);
        lottery.setNow(Instant.parse("2026-11-30T23:00:00Z"));
        loader.load();

        assertThat(loader.cache().asMap()).isEmpty();
    }

    @Test
    void keepsTheOldSnapshotWhenARefreshFails() {
        lottery.publish(1, "1", "2026-11-07", winners());
        Snapshot good = snapshots.refresh();
        PublishedDraw unreadable = lottery.publish(2, "2", "2026-11-14", winners());
        doThrow(new IllegalStateException("the connection broke"))
                .when(lottery.draws)
                .winners(unreadable);

        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(snapshots::refresh);

        assertThat(snapshots.current()).isSameAs(good);
    }

    @Test
    void loadsEachDrawOnceForManyWhoAskAtOnce() throws Exception {
        PublishedDraw draw = lottery.publish(1, "1", "2026-11-07", winners());
        int callers = 50;
        var together = new CyclicBarrier(callers);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var refreshes = IntStream.range(0, callers)
                    .mapToObj(_ -> threads.submit(() -> {
                        together.await();
                        return snapshots.refresh();
                    }))
                    .toList();
            for (var refresh : refreshes) {
                assertThat(refresh.get().dataVersion()).isEqualTo(1);
            }
        }
        verify(lottery.draws, times(1)).winners(draw);
        verify(lottery.draws, times(1)).publishedDraws(new SubscriptionPeriod(202611));
    }

    @Test
    void answersReadersFromTheOldSnapshotDuringALoad() throws Exception {
        lottery.publish(1, "1", "2026-11-07", winners());
        Snapshot old = snapshots.refresh();
        PublishedDraw slow = lottery.publish(2, "2", "2026-11-14", winners());
        var load = new SlowLoad(lottery, slow);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var refresh = threads.submit(snapshots::refresh);
            load.awaitBegin();

            assertThat(snapshots.current()).isSameAs(old);

            load.finish();
            assertThat(refresh.get().dataVersion()).isEqualTo(2);
        }
        assertThat(snapshots.current().dataVersion()).isEqualTo(2);
    }

    @Test
    void endsOnTheNewerStateWhenAPublicationOvertakesALoad() throws Exception {
        PublishedDraw slow = lottery.publish(1, "1", "2026-11-07", winners());
        var load = new SlowLoad(lottery, slow);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var overtaken = threads.submit(snapshots::refresh);
            load.awaitBegin();
            lottery.publish(2, "2", "2026-11-14", winners());
            var newer = threads.submit(snapshots::refresh);

            load.finish();

            assertThat(newer.get().dataVersion()).isEqualTo(2);
            assertThat(overtaken.get().dataVersion()).isEqualTo(1);
        }
        assertThat(snapshots.current().dataVersion()).isEqualTo(2);
        verify(lottery.draws, times(1)).winners(slow);
    }

    /// A draw without winners whose load goes on until it is told to finish.
    private static final class SlowLoad {

        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch finished = new CountDownLatch(1);

        SlowLoad(Lottery lottery, PublishedDraw draw) {
            doAnswer(_ -> {
                        begun.countDown();
                        finished.await();
                        return Winners.builder(0).build();
                    })
                    .when(lottery.draws)
                    .winners(draw);
        }

        void awaitBegin() throws InterruptedException {
            begun.await();
        }

        void finish() {
            finished.countDown();
        }
    }
}
