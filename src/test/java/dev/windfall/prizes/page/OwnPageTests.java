package dev.windfall.prizes.page;

import static dev.windfall.prizes.Lottery.winners;
import static org.assertj.core.api.Assertions.assertThat;

import dev.windfall.draw.Money;
import dev.windfall.draw.Prize;
import dev.windfall.draw.Tier;
import dev.windfall.prizes.Lottery;
import dev.windfall.prizes.PrizesService;
import dev.windfall.prizes.SubscriberPrizes;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Subscribers 1 and 2 won the same in draw 1, subscriber 3 nothing.
class OwnPageTests {

    private static final Optional<LocalDate> NEXT = Optional.of(LocalDate.of(2026, 11, 28));

    private final Lottery lottery = Lottery.on("2026-11-21").withPeriods(202609, 202610, 202611);
    private PrizesService service;

    @BeforeEach
    void publish() {
        var tier = new Tier("Small", new Prize.Cash(Money.of("25.00", "EUR")), 2);
        lottery.publish(1, "1", "2026-11-07", List.of(tier), winners().add(1, 0).add(2, 0));
        lottery.publish(2, "2", "2026-11-14", List.of(tier), winners());
        service = lottery.service();
    }

    @Test
    void isTheSameForAllToWhomItLooksTheSame() {
        SubscriberPrizes another = service.prizesOf(2);
        long newest = another.newestUpTo(Long.MAX_VALUE);

        assertThat(OwnPage.of(service.prizesOf(1).seenAt(Instant.EPOCH.plusSeconds(5)), NEXT, newest, List.of()))
                .isEqualTo(OwnPage.of(another, NEXT, newest + 7, List.of()));
    }

    @Test
    void isAnotherForWhomItLooksDifferent() {
        SubscriberPrizes prizes = service.prizesOf(1);
        OwnPage page = OwnPage.of(prizes, NEXT, Long.MAX_VALUE, List.of());

        assertThat(OwnPage.of(service.prizesOf(3), NEXT, Long.MAX_VALUE, List.of()))
                .isNotEqualTo(page);
        assertThat(OwnPage.of(prizes, Optional.empty(), Long.MAX_VALUE, List.of()))
                .isNotEqualTo(page);
        assertThat(OwnPage.of(prizes, NEXT, 0, List.of())).isNotEqualTo(page);
    }

    @Test
    void marksWhatIsNew() {
        OwnPage page = OwnPage.of(service.prizesOf(1), NEXT, 0, List.of());

        assertThat(page.summary().outline().newDraws()).isEqualTo(2);
        assertThat(page.months().getFirst().won()).allMatch(OwnMonth.OwnDraw::isNew);
    }
}
