package dev.windfall.prizes;

import static dev.windfall.prizes.Lottery.winners;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import dev.windfall.draw.PublishedDraw;
import dev.windfall.draw.SubscriptionPeriod;
import dev.windfall.draw.Tier;
import dev.windfall.draw.Winners;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// On 21 November 2026: what is older than September is in the archive.
class PeriodArchiveTests {

    private static final int SUBSCRIBER = 7;
    private static final SubscriptionPeriod JULY = new SubscriptionPeriod(202607);
    private static final SubscriptionPeriod OCTOBER = new SubscriptionPeriod(202610);

    private final Lottery lottery = Lottery.on("2026-11-21").withPeriods(202609, 202610, 202611);
    private final Snapshots snapshots = lottery.snapshots();
    private final PeriodArchive archive = lottery.archive();
    private final PrizesService service = new PrizesService(snapshots, archive);

    @Test
    void answersForAnyMonth() {
        lottery.publish(1, "1", "2026-07-04", winners().add(SUBSCRIBER, 1));
        lottery.publish(2, "2", "2026-10-03", winners().add(SUBSCRIBER, 0));
        snapshots.refresh();

        assertThat(tiersWon(JULY)).containsExactly(Lottery.FOUR_CORRECT);
        assertThat(tiersWon(OCTOBER)).containsExactly(Lottery.FIVE_CORRECT);
        assertThat(service.prizesOf(8, JULY))
                .hasValueSatisfying(prizes -> assertThat(prizes.won()).isFalse());
    }

    @Test
    void listsTheMonthsInWhichThereWereDraws() {
        lottery.publish(1, "1", "2026-07-04", winners());
        lottery.publish(2, "2", "2026-10-03", winners());
        lottery.declare(3, "3", "2025-12-06");
        snapshots.refresh();

        assertThat(archive.periods(snapshots.current()))
                .extracting(SubscriptionPeriod::id)
                .containsExactly(202610, 202607, 202512);
    }

    @Test
    void knowsNoMonthWithoutDrawsAndAsksForNone() {
        lottery.publish(1, "1", "2026-07-04", winners());
        snapshots.refresh();
        clearInvocations(lottery.draws);

        assertThat(service.prizesOf(SUBSCRIBER, new SubscriptionPeriod(202606))).isEmpty();
        assertThat(service.prizesOf(SUBSCRIBER, new SubscriptionPeriod(202701))).isEmpty();
        assertThat(service.prizesOf(SUBSCRIBER, new SubscriptionPeriod(202611))).isPresent();

        verify(lottery.draws, never()).publishedDraws(any());
    }

    @Test
    void asksOnceForEverybody() {
        PublishedDraw draw = lottery.publish(1, "1", "2026-07-04", winners().add(SUBSCRIBER, 1));
        snapshots.refresh();
        clearInvocations(lottery.draws);

        IntStream.rangeClosed(1, 100).forEach(subscriber -> service.prizesOf(subscriber, JULY));

        verify(lottery.draws, times(1)).periodsOfDraws();
        verify(lottery.draws, times(1)).publishedDraws(JULY);
        verify(lottery.draws, times(1)).winners(draw);
    }

    @Test
    void loadsNoWinnersForResults() {
        PublishedDraw draw = lottery.publish(1, "1", "2026-07-04", winners().add(SUBSCRIBER, 1));
        snapshots.refresh();

        assertThat(archive.resultsAround(snapshots.current(), 1))
                .hasValueSatisfying(results -> assertThat(results.published()).containsExactly(draw));
        assertThat(archive.resultsAround(snapshots.current(), 4711)).isEmpty();

        verify(lottery.draws, never()).winners(any());
    }

    @Test
    void asksNothingForWhatIsInTheSnapshot() {
        lottery.publish(1, "1", "2026-11-07", winners());
        lottery.declare(2, "2", "2026-11-14");
        snapshots.refresh();
        clearInvocations(lottery.draws);

        assertThat(archive.resultsAround(snapshots.current(), 1)).isPresent();
        assertThat(archive.resultsAround(snapshots.current(), 2)).isPresent();
        assertThat(archive.results(snapshots.current(), OCTOBER)).isPresent();

        verifyNoInteractions(lottery.draws);
    }

    @Test
    void showsACorrectionOfAnOldDraw() {
        PublishedDraw wrong = lottery.publish(1, "1", "2026-07-04", winners());
        snapshots.refresh();
        assertThat(tiersWon(JULY)).isEmpty();

        lottery.withdraw(wrong);
        lottery.publish(2, "1", "2026-07-04", winners().add(SUBSCRIBER, 0));
        snapshots.refresh();

        assertThat(tiersWon(JULY)).containsExactly(Lottery.FIVE_CORRECT);
    }

    @Test
    void keepsNoMoreWinnersThanThereIsRoomFor() {
        for (int draw = 1; draw <= 10; draw++) {
            lottery.publish(draw, "draw " + draw, "2026-07-04", many());
        }
        snapshots.refresh();

        service.prizesOf(SUBSCRIBER, JULY);
        lottery.earlierWinners.cache().cleanUp();

        long held = lottery.earlierWinners.cache().asMap().values().stream()
                .mapToLong(Winners::sizeBytes)
                .sum();
        assertThat(held).isPositive().isLessThanOrEqualTo(1 << 20);
        assertThat(service.prizesOf(SUBSCRIBER, JULY)).isPresent();
    }

    @Test
    void leavesItsRoomToTheSnapshot() {
        lottery.publish(1, "1", "2026-07-04", many());
        snapshots.refresh();
        service.prizesOf(SUBSCRIBER, JULY);
        assertThat(lottery.earlierWinners.cache().asMap()).isNotEmpty();

        lottery.fillHeap();
        lottery.publish(2, "2", "2026-11-07", many());
        assertThatExceptionOfType(SnapshotTooLarge.class).isThrownBy(snapshots::refresh);

        assertThat(lottery.earlierWinners.cache().asMap()).isEmpty();
    }

    @Test
    void loadsNothingThatTheHeapHasNoRoomFor() {
        lottery.publish(1, "1", "2026-07-04", many());
        snapshots.refresh();
        lottery.fillHeap();

        assertThatExceptionOfType(SnapshotTooLarge.class).isThrownBy(() -> service.prizesOf(SUBSCRIBER, JULY));
        verify(lottery.draws, never()).winners(any());
    }

    @Test
    void tellsOfAMonthHowFarItIsComplete() {
        lottery.publish(1, "1", "2026-07-04", winners());
        lottery.declare(2, "2", "2026-07-11");
        lottery.publish(3, "3", "2026-11-07", winners());
        snapshots.refresh();

        assertThat(service.prizesOf(SUBSCRIBER, JULY).orElseThrow().completeThrough())
                .hasValueSatisfying(draw -> assertThat(draw.number()).isEqualTo("1"));
        assertThat(service.prizesOf(SUBSCRIBER, new SubscriptionPeriod(202611))
                        .orElseThrow()
                        .completeThrough())
                .hasValueSatisfying(draw -> assertThat(draw.number()).isEqualTo("3"));
    }

    @Test
    void keepsNobodyWaitingForLong() throws Exception {
        PublishedDraw slow = lottery.publish(1, "1", "2026-07-04", winners());
        lottery.publish(2, "2", "2026-08-01", winners());
        snapshots.refresh();
        var loading = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        Winners built = winners().build();
        when(lottery.draws.winners(slow)).thenAnswer(_ -> {
            loading.countDown();
            goOn.await();
            return built;
        });
        Thread other = Thread.ofVirtual().start(() -> service.prizesOf(SUBSCRIBER, JULY));
        loading.await();

        assertThatExceptionOfType(ArchiveBusy.class)
                .isThrownBy(() -> service.prizesOf(SUBSCRIBER, new SubscriptionPeriod(202608)));

        goOn.countDown();
        other.join();
        assertThat(service.prizesOf(SUBSCRIBER, new SubscriptionPeriod(202608))).isPresent();
    }

    private List<Tier> tiersWon(SubscriptionPeriod period) {
        return service.prizesOf(SUBSCRIBER, period).orElseThrow().periods().stream()
                .flatMap(prizes -> prizes.draws().stream())
                .flatMap(draw -> draw.prizes().stream())
                .toList();
    }

    private static Winners.Builder many() {
        Winners.Builder winners = Winners.builder(100_000);
        IntStream.rangeClosed(1, 100_000).forEach(subscriber -> winners.add(subscriber, 0));
        return winners;
    }
}
