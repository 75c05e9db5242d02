package dev.windfall.prizes.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.windfall.draw.Draw;
import dev.windfall.draw.Edition;
import dev.windfall.draw.Money;
import dev.windfall.draw.Prize;
import dev.windfall.draw.SubscriptionPeriod;
import dev.windfall.draw.Tier;
import dev.windfall.prizes.Journey;
import dev.windfall.prizes.Journey.Stage;
import dev.windfall.prizes.SubscriberPrizes.DrawPrizes;
import dev.windfall.prizes.SubscriberPrizes.PeriodPrizes;
import dev.windfall.prizes.page.OwnMonth.Outline;
import dev.windfall.prizes.page.OwnMonth.OwnDraw;
import dev.windfall.prizes.page.OwnMonth.OwnPrize;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Draw 1 was published by data version 10, draw 2 by 20.
class OwnMonthTests {

    private static final Draw FIRST = new Draw(1, "1", LocalDate.of(2026, 11, 7));
    private static final Draw SECOND = new Draw(2, "2", LocalDate.of(2026, 11, 14));
    private static final Tier TIER = new Tier("4 correct", new Prize.Cash(Money.of("5.00", "EUR")), 3);
    private static final Tier HAMPER = new Tier("Hamper", new Prize.Item("Hamper", Money.of("49.00", "EUR")), 2);

    @Test
    void tellsWhichDrawsAreNew() {
        OwnMonth month = OwnMonth.since(10, won(), List.of());

        assertThat(month.notWon())
                .extracting(draw -> draw.prizes().draw(), OwnDraw::isNew)
                .containsExactly(tuple(SECOND, true), tuple(FIRST, false));
    }

    @Test
    void countsNothingAsNewLongAfter() {
        assertThat(OwnMonth.earlier(won(), List.of()).notWon()).noneMatch(OwnDraw::isNew);
    }

    @Test
    void tellsDrawsWithAPrizeFromThoseWithout() {
        OwnMonth month = OwnMonth.earlier(won(TIER), List.of());

        assertThat(month.won()).extracting(draw -> draw.prizes().draw()).containsExactly(FIRST);
        assertThat(month.notWon()).extracting(draw -> draw.prizes().draw()).containsExactly(SECOND);
        assertThat(month.outline()).isEqualTo(new Outline(new SubscriptionPeriod(202611), List.of(), true, 1));
    }

    @Test
    void isTheSameForWhomItLooksTheSame() {
        assertThat(OwnMonth.since(19, won(TIER), List.of())).isEqualTo(OwnMonth.since(10, won(TIER), List.of()));
        assertThat(OwnMonth.since(20, won(TIER), List.of())).isEqualTo(OwnMonth.earlier(won(TIER), List.of()));
    }

    @Test
    void isAnotherForWhomItLooksDifferent() {
        OwnMonth month = OwnMonth.since(10, won(TIER), List.of());

        assertThat(OwnMonth.since(9, won(TIER), List.of())).isNotEqualTo(month);
        assertThat(OwnMonth.since(10, won(), List.of())).isNotEqualTo(month);
        assertThat(OwnMonth.since(10, won(TIER, TIER), List.of())).isNotEqualTo(month);
    }

    @Test
    void sharesWhatItCanWithWhoWonSomethingElse() {
        OwnMonth month = OwnMonth.since(10, won(TIER), List.of());
        OwnMonth another = OwnMonth.since(10, won(TIER, TIER), List.of());

        assertThat(another.outline()).isEqualTo(month.outline());
        assertThat(another.notWon()).isEqualTo(month.notWon());
    }

    /// Who won the same thing twice has two parcels under way.
    @Test
    void tellsOfEachThingWhereItIs() {
        Stage handedOver = new Stage("handed-over", List.of("Swift"), LocalDate.of(2026, 11, 9), false);
        Stage delivered = new Stage("delivered", List.of(), LocalDate.of(2026, 11, 12), false);
        OwnMonth month = OwnMonth.since(
                10,
                won(TIER, HAMPER, HAMPER),
                List.of(
                        new Journey(1, "Hamper", 2, List.of(handedOver, delivered), true),
                        new Journey(1, "Hamper", 1, List.of(handedOver), false),
                        new Journey(2, "Hamper", 1, List.of(delivered), true)));

        assertThat(month.won().getFirst().each())
                .containsExactly(
                        new OwnPrize(TIER, List.of()),
                        new OwnPrize(HAMPER, List.of(handedOver)),
                        new OwnPrize(HAMPER, List.of(handedOver, delivered)));
    }

    private static PeriodPrizes won(Tier... inTheFirst) {
        return new PeriodPrizes(
                new SubscriptionPeriod(202611),
                List.of(
                        new DrawPrizes(SECOND, edition(20), List.of()),
                        new DrawPrizes(FIRST, edition(10), List.of(inTheFirst))),
                List.of());
    }

    private static Edition edition(long dataVersion) {
        return new Edition(dataVersion, Instant.EPOCH, false);
    }
}
