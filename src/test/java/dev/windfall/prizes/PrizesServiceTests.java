package dev.windfall.prizes;

import static dev.windfall.prizes.Lottery.EURO_BONUS;
import static dev.windfall.prizes.Lottery.FIVE_CORRECT;
import static dev.windfall.prizes.Lottery.FOUR_CORRECT;
import static dev.windfall.prizes.Lottery.HAMPER;
import static dev.windfall.prizes.Lottery.tier;
import static dev.windfall.prizes.Lottery.winners;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.verifyNoInteractions;

import dev.windfall.draw.Draw;
import dev.windfall.draw.Money;
import dev.windfall.draw.PendingDraw;
import dev.windfall.draw.Prize;
import dev.windfall.draw.SubscriptionPeriod;
import dev.windfall.prizes.SubscriberPrizes.DrawPrizes;
import dev.windfall.prizes.SubscriberPrizes.PeriodPrizes;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrizesServiceTests {

    private static final int SUBSCRIBER = 42;
    private static final int ANOTHER = 43;

    @Test
    void answersEveryDrawOfThreePeriodsNewestFirst() {
        Lottery lottery = Lottery.on("2026-11-21").withPeriods(202608, 202609, 202610, 202611);
        lottery.publish(1, "1", "2026-08-29", winners().add(SUBSCRIBER, 0));
        lottery.publish(2, "2", "2026-09-05", winners());
        lottery.publish(3, "3", "2026-10-03", winners());
        lottery.publish(4, "4", "2026-11-07", winners());
        lottery.publish(5, "5", "2026-11-14", winners());

        SubscriberPrizes prizes = lottery.service().prizesOf(SUBSCRIBER);

        assertThat(prizes.periods()).extracting(period -> period.period().id()).containsExactly(202611, 202610, 202609);
        assertThat(drawNumbers(prizes)).containsExactly("5", "4", "3", "2");
    }

    @Test
    void answersNoPrizeWithEveryDrawEmpty() {
        Lottery lottery = Lottery.on("2026-11-21").withPeriods(202611);
        lottery.publish(1, "1", "2026-11-07", winners().add(ANOTHER, 0));

        SubscriberPrizes prizes = lottery.service().prizesOf(SUBSCRIBER);

        assertThat(prizes.won()).isFalse();
        assertThat(prizes.totals()).isEmpty();
        assertThat(allDraws(prizes))
                .singleElement()
                .satisfies(draw -> assertThat(draw.prizes()).isEmpty());
    }

    @Test
    void answersSeveralPrizesInOneDraw() {
        Lottery lottery = Lottery.on("2026-11-21").withPeriods(202611);
        lottery.publish(
                1,
                "1",
                "2026-11-07",
                winners().add(SUBSCRIBER, tier(FOUR_CORRECT)).add(SUBSCRIBER, tier(FIVE_CORRECT)));

        SubscriberPrizes prizes = lottery.service().prizesOf(SUBSCRIBER);

        assertThat(allDraws(prizes))
                .singleElement()
                .satisfies(draw -> assertThat(draw.prizes()).containsExactly(FIVE_CORRECT, FOUR_CORRECT));
        assertThat(prizes.totals()).containsExactly(Money.of("42269.22", "BRL"));
    }

    @Test
    void answersTwiceTheSameTier() {
        Lottery lottery = Lottery.on("2026-11-21").withPeriods(202611);
        lottery.publish(
                1,
                "1",
                "2026-11-07",
                winners().add(SUBSCRIBER, tier(FOUR_CORRECT)).add(SUBSCRIBER, tier(FOUR_CORRECT)));

        SubscriberPrizes prizes = lottery.service().prizesOf(SUBSCRIBER);

        assertThat(allDraws(prizes))
                .singleElement()
                .satisfies(draw -> assertThat(draw.prizes()).containsExactly(FOUR_CORRECT, FOUR_CORRECT));
        assertThat(prizes.totals()).containsExactly(Money.of("2070.44", "BRL"));
    }

    @Test
    void keepsItemsApartFromWhatIsPaidOut() {
        Lottery lottery = Lottery.on("2026-11-21").withPeriods(202611);
        lottery.publish(1, "1", "2026-11-07", winners().add(SUBSCRIBER, tier(HAMPER)));

        SubscriberPrizes prizes = lottery.service().prizesOf(SUBSCRIBER);

        assertThat(prizes.won()).isTrue();
        assertThat(prizes.totals()).isEmpty();
        assertThat(prizes.items()).containsExactly((Prize.Item) HAMPER.prize());
    }

    @Test
    void sumsUpEachCurrencyForItself() {
        Lottery lottery = Lottery.on("2026-11-21").withPeriods(202610, 202611);
        lottery.publish(1, "1", "2026-10-31", winners().add(SUBSCRIBER, tier(EURO_BONUS)));
        lottery.publish(
                2,
                "2",
                "2026-11-07",
                winners().add(SUBSCRIBER, tier(EURO_BONUS)).add(SUBSCRIBER, tier(FOUR_CORRECT)));

        assertThat(lottery.service().prizesOf(SUBSCRIBER).totals())
                .containsExactly(Money.of("1035.22", "BRL"), Money.of("50.00", "EUR"));
    }

    @Test
    void tellsTwoDrawsOfOneDateApart() {
        Lottery lottery = Lottery.on("2026-06-21").withPeriods(202606);
        lottery.publish(1, "3715", "2026-06-20", winners().add(SUBSCRIBER, tier(FOUR_CORRECT)));
        lottery.publish(2, "3716", "2026-06-20", winners().add(SUBSCRIBER, tier(EURO_BONUS)));

        SubscriberPrizes prizes = lottery.service().prizesOf(SUBSCRIBER);

        assertThat(drawNumbers(prizes)).containsExactly("3716", "3715");
        assertThat(allDraws(prizes))
                .extracting(DrawPrizes::prizes)
                .containsExactly(List.of(EURO_BONUS), List.of(FOUR_CORRECT));
    }

    @Test
    void answersFewerThanThreePeriods() {
        Lottery lottery = Lottery.on("2026-11-21").withPeriods(202610, 202611);

        assertThat(lottery.service().prizesOf(SUBSCRIBER).periods())
                .extracting(PeriodPrizes::period)
                .containsExactly(new SubscriptionPeriod(202611), new SubscriptionPeriod(202610));
    }

    @Test
    void answersNoPeriodAtAll() {
        SubscriberPrizes prizes = Lottery.on("2026-11-21").service().prizesOf(SUBSCRIBER);

        assertThat(prizes.periods()).isEmpty();
        assertThat(prizes.completeThrough()).isEmpty();
        assertThat(prizes.won()).isFalse();
    }

    @Test
    void showsANewMonthBeforeItsFirstDraw() {
        Lottery lottery = Lottery.on("2026-12-01").withPeriods(202609, 202610, 202611, 202612);
        lottery.publish(1, "1", "2026-09-05", winners().add(SUBSCRIBER, 0));
        Draw last = lottery.publish(2, "2", "2026-11-28", winners()).draw();

        SubscriberPrizes prizes = lottery.service().prizesOf(SUBSCRIBER);

        assertThat(prizes.periods().getFirst().period().id()).isEqualTo(202612);
        assertThat(prizes.periods().getFirst().draws()).isEmpty();
        assertThat(prizes.won()).as("September is over").isFalse();
        assertThat(prizes.completeThrough()).contains(last);
    }

    @Test
    void isNotPushedOutOfAPeriodByMonthsSoldInAdvance() {
        Lottery lottery = Lottery.on("2026-11-21").withPeriods(202609, 202610, 202611, 202612, 202701, 202702, 202703);
        lottery.publish(1, "1", "2026-09-05", winners().add(SUBSCRIBER, tier(FOUR_CORRECT)));

        SubscriberPrizes prizes = lottery.service().prizesOf(SUBSCRIBER);

        assertThat(prizes.periods()).extracting(period -> period.period().id()).containsExactly(202611, 202610, 202609);
        assertThat(prizes.won()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-31T22:59:59Z, Europe/Amsterdam, 202610",
        "2026-10-31T23:00:00Z, Europe/Amsterdam, 202611",
        "2026-03-31T21:59:59Z, Europe/Amsterdam, 202603",
        "2026-03-31T22:00:00Z, Europe/Amsterdam, 202604",
        "2026-11-01T03:59:59Z, America/New_York, 202610",
        "2026-11-01T04:00:00Z, America/New_York, 202611",
        "2026-12-01T05:00:00Z, America/New_York, 202612",
    })
    void beginsWithThePeriodThatHasBegunInTheLotterysTimeZone(Instant now, ZoneId zone, int newest) {
        Lottery lottery = Lottery.at(now, zone)
                .withPeriods(202601, 202602, 202603, 202604, 202608, 202609, 202610, 202611, 202612, 202701);

        List<PeriodPrizes> periods = lottery.service().prizesOf(SUBSCRIBER).periods();

        assertThat(periods).hasSize(3);
        assertThat(periods.getFirst().period().id()).isEqualTo(newest);
    }

    @Test
    void tellsThatADrawIsNotPublishedYetInsteadOfNoPrize() {
        Lottery lottery = Lottery.on("2026-11-21").withPeriods(202611);
        Draw complete = lottery.publish(1, "1", "2026-11-07", winners()).draw();
        Draw unknown = lottery.declare(2, "2", "2026-11-14");
        lottery.publish(3, "3", "2026-11-21", winners());

        SubscriberPrizes prizes = lottery.service().prizesOf(SUBSCRIBER);

        assertThat(drawNumbers(prizes)).containsExactly("3", "1");
        assertThat(prizes.periods().getFirst().pending()).containsExactly(new PendingDraw(unknown, false));
        assertThat(prizes.completeThrough()).contains(complete);
    }

    @Test
    void isCompleteThroughNothingWhenTheFirstDrawIsMissing() {
        Lottery lottery = Lottery.on("2026-11-21").withPeriods(202611);
        lottery.declare(1, "1", "2026-11-07");
        lottery.publish(2, "2", "2026-11-14", winners());

        assertThat(lottery.service().prizesOf(SUBSCRIBER).completeThrough()).isEmpty();
    }

    @Test
    void saysThatNothingIsKnownBeforeTheFirstLoad() {
        var service = new PrizesService(
                Lottery.on("2026-11-21").snapshots(), Lottery.on("2026-11-21").archive());

        assertThatExceptionOfType(NoSnapshotYet.class).isThrownBy(() -> service.prizesOf(SUBSCRIBER));
    }

    @Test
    void asksTheRepositoriesNothingForASubscriber() {
        Lottery lottery = Lottery.on("2026-11-21").withPeriods(202611);
        lottery.publish(1, "1", "2026-11-07", winners().add(SUBSCRIBER, 0));
        PrizesService service = lottery.service();
        clearInvocations(lottery.periods, lottery.draws);

        service.prizesOf(SUBSCRIBER);
        service.prizesOf(ANOTHER);

        verifyNoInteractions(lottery.periods, lottery.draws);
    }

    /// Most subscribers win nothing in most months: no answer is made for each of them.
    @Test
    void givesAllWhoWonNothingInAPeriodTheSameAnswer() {
        Lottery lottery = Lottery.on("2026-11-21").withPeriods(202610, 202611);
        lottery.publish(1, "1", "2026-10-31", winners().add(SUBSCRIBER, 0));
        lottery.publish(2, "2", "2026-11-07", winners());
        PrizesService service = lottery.service();

        List<PeriodPrizes> ofWinner = service.prizesOf(SUBSCRIBER).periods();
        List<PeriodPrizes> ofAnother = service.prizesOf(ANOTHER).periods();

        assertThat(ofAnother.getFirst()).isSameAs(ofWinner.getFirst());
        assertThat(ofAnother.getLast()).isNotEqualTo(ofWinner.getLast());
    }

    private static List<String> drawNumbers(SubscriberPrizes prizes) {
        return allDraws(prizes).stream().map(draw -> draw.draw().number()).toList();
    }

    private static List<DrawPrizes> allDraws(SubscriberPrizes prizes) {
        return prizes.periods().stream()
                .flatMap(period -> period.draws().stream())
                .toList();
    }
}
