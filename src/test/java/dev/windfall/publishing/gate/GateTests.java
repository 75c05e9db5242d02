package dev.windfall.publishing.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windfall.csv.Finding;
import dev.windfall.draw.LotteryCalendar;
import dev.windfall.draw.Money;
import dev.windfall.draw.Prize;
import dev.windfall.draw.Tier;
import dev.windfall.publishing.file.DeclaredDraw;
import dev.windfall.publishing.gate.figures.DrawFigures;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GateTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 8, 20);
    private static final ZoneId SAO_PAULO = ZoneId.of("America/Sao_Paulo");

    private final PastLottery past = new PastLottery();
    private final Gate gate = new Gate(
            past,
            new LotteryCalendar(
                    Clock.fixed(TODAY.atTime(12, 0).atZone(SAO_PAULO).toInstant(), SAO_PAULO), SAO_PAULO));

    @Test
    void letsTheFirstDrawPass() {
        assertThat(doubts("1", TODAY, tier("A", "5.00", "BRL", 300))).isEmpty();
    }

    @Test
    void letsADrawPassThatIsLikeTheOthers() {
        past.publishWeekly(30);

        assertThat(doubts("131", TODAY, tier("A", "5.00", "BRL", 333), tier("B", "1.00", "BRL", 4000)))
                .isEmpty();
    }

    @Test
    void tellsWhereAFigureIsOutOfLine() {
        past.publishWeekly(30);

        assertThat(doubts("131", TODAY, tier("A", "5.00", "BRL", 333), tier("B", "100.00", "BRL", 4000)))
                .singleElement()
                .asString()
                .startsWith(
                        "table.csv:8: prize_amount: 100.00 BRL for a winner of tier \"B\" is out of line: it was 1.00")
                .endsWith("or is this in cents?");
    }

    @Test
    void asksForTheAmountOfAPrizeOfNothing() {
        assertThat(doubts("1", TODAY, tier("A", "0.00", "BRL", 3), tier("B", "0.00", "BRL", 0)))
                .containsExactly(
                        "table.csv:7: prize_amount: 3 winners of tier \"A\" would be told that they won nothing: look"
                                + " for the amount");
    }

    @Test
    void missesATierThatEachOfTheLastDrawsHas() {
        past.publishWeekly(5);

        assertThat(doubts("106", TODAY, tier("A", "5.00", "BRL", 303)))
                .containsExactly(
                        "table.csv:7: tier: there is no tier \"B\", which each of the last 5 draws has: look whether"
                                + " the draw is whole");
    }

    @Test
    void recognizesTheFiguresOfAnotherDraw() {
        past.publishWeekly(30);
        DrawFigures third = past.draws.get(2).figures();

        assertThat(doubts(
                        "131",
                        TODAY,
                        tier("A", "5.00", "BRL", third.find("A").orElseThrow().count()),
                        tier("B", "1.00", "BRL", third.find("B").orElseThrow().count())))
                .containsExactly(
                        "table.csv:7: draw_no: all amounts and counts are those of draw 103 of 2026-02-05: look"
                                + " whether they are this draw's");
    }

    @Test
    void isUsedToALotteryWhoseDrawsAreAllAlike() {
        for (int week = 0; week < 30; week++) {
            past.publish(100 + week, TODAY.minusWeeks(30 - week), tier("A", "5.00", "BRL", 300));
        }

        assertThat(doubts("131", TODAY, tier("A", "5.00", "BRL", 300))).isEmpty();
    }

    @Test
    void asksForTheCurrencyThatATierAlwaysHad() {
        past.publishWeekly(3);
        past.publish(110, TODAY.minusDays(1), tier("A", "5.00", "BRL", 333), tier("B", "1.00", "EUR", 4000));

        assertThat(doubts("131", TODAY, tier("A", "5.00", "BRL", 333), tier("B", "1.00", "EUR", 4000)))
                .isEmpty();
        assertThat(doubts("131", TODAY, tier("A", "5.00", "EUR", 333), tier("B", "1.00", "USD", 4000)))
                .containsExactly(
                        "table.csv:7: currency: tier \"A\" is in EUR, where BRL is used: look for the right currency",
                        "table.csv:8: currency: tier \"B\" is in USD, where EUR or BRL is used: look for the right currency");
        assertThat(doubts("131", TODAY, tier("New", "5.00", "USD", 3)))
                .containsExactly(
                        "table.csv:7: currency: tier \"New\" is in USD, where BRL or EUR is used: look for the right currency");
    }

    @Test
    void asksWhetherAThingHasBecomeMoney() {
        Tier bicycle = new Tier("Bicycle", new Prize.Item("Bicycle", Money.of("899.00", "EUR")), 30);
        Tier itsPrice = tier("Bicycle", "899.00", "EUR", 30);
        past.publish(101, TODAY.minusDays(2), itsPrice);
        past.publish(102, TODAY.minusDays(1), bicycle);

        assertThat(doubts("103", TODAY, bicycle)).isEmpty();
        assertThat(doubts("103", TODAY, itsPrice))
                .containsExactly(
                        "table.csv:7: tier: the prize of tier \"Bicycle\" is money, and was a thing in draw 102: name"
                                + " the tier among those whose prize is a thing, or look which is right");
        past.publish(103, TODAY, itsPrice);
        assertThat(doubts("104", TODAY, bicycle))
                .containsExactly(
                        "table.csv:7: tier: the prize of tier \"Bicycle\" is a thing, and was money in draw 103: look"
                                + " which is right");
    }

    @Test
    void asksWhetherTheFirstDrawHasSeveralCurrencies() {
        assertThat(doubts("1", TODAY, tier("A", "5.00", "BRL", 333), tier("B", "1.00", "EUR", 4000)))
                .containsExactly(
                        "table.csv:8: currency: tier \"B\" is in EUR, where BRL is used: look for the right currency");
    }

    @Test
    void asksAboutADrawThatNoSubscriberWillSee() {
        Tier tier = tier("A", "5.00", "BRL", 3);

        assertThat(doubts("1", LocalDate.of(2026, 6, 1), tier)).isEmpty();
        assertThat(doubts("1", LocalDate.of(2026, 5, 31), tier))
                .containsExactly(
                        "table.csv:7: draw_date: 2026-05-31 is before the last 3 months, and no subscriber will see the"
                                + " draw: look whether it is right");
    }

    @Test
    void asksWhichOfTwoDatesIsRight() {
        var draw = new DeclaredDraw("7", TODAY, List.of(tier("A", "5.00", "BRL", 3)), List.of(7L));

        assertThat(doubts(new Candidate("table.csv", draw, Optional.of(TODAY)))).isEmpty();
        assertThat(doubts(new Candidate("table.csv", draw, Optional.of(TODAY.minusDays(1)))))
                .containsExactly(
                        "table.csv:7: draw_date: draw 7 was dated 2026-08-19 before, and is dated 2026-08-20 now:"
                                + " look which is right");
    }

    @Test
    void asksWhyADrawIsDatedBeforeAnEarlierOne() {
        past.publishWeekly(4);
        LocalDate last = past.draws.getLast().date();
        Tier a = tier("A", "5.00", "BRL", 300);

        assertThat(doubts("105", last, a)).isEmpty();
        assertThat(doubts("105", last.minusDays(1), a))
                .containsExactly(
                        "table.csv:7: draw_date: draw 105 is dated 2026-08-12 and draw 104 is dated 2026-08-13, though"
                                + " numbers were counted up so far: look which is right");
        assertThat(doubts("102", TODAY, a)).singleElement().asString().contains("draw 104 is dated 2026-08-13");
        assertThat(doubts("extra", last.minusDays(1), a)).isEmpty();
    }

    @Test
    void expectsNoOrderWhereThereWasNone() {
        past.publishWeekly(4);
        past.publish(55, TODAY.minusDays(1), tier("A", "5.00", "BRL", 300));

        assertThat(doubts("54", TODAY, tier("A", "5.00", "BRL", 300), tier("B", "1.00", "BRL", 3600)))
                .isEmpty();
    }

    private List<String> doubts(String number, LocalDate date, Tier... tiers) {
        List<Long> lines = IntStream.range(7, 7 + tiers.length)
                .mapToObj(line -> (long) line)
                .toList();
        return doubts(
                new Candidate("table.csv", new DeclaredDraw(number, date, List.of(tiers), lines), Optional.empty()));
    }

    private List<String> doubts(Candidate candidate) {
        var verdict = new Verdict();
        gate.check(candidate, verdict);
        assertThat(verdict.faults().isEmpty()).isTrue();
        return verdict.doubts().findings().first().stream()
                .map(Finding::toString)
                .toList();
    }

    private static Tier tier(String name, String amount, String currency, int count) {
        return new Tier(name, new Prize.Cash(Money.of(amount, currency)), count);
    }

    /// What was published before, in memory.
    private static final class PastLottery implements PastDraws {

        private final List<PastDraw> draws = new ArrayList<>();

        /// Up to a week ago, with numbers from 101.
        void publishWeekly(int count) {
            for (int week = 1; week <= count; week++) {
                publish(
                        100 + week,
                        TODAY.minusWeeks(count + 1L - week),
                        tier("A", "5.00", "BRL", 300 + 7 * week),
                        tier("B", "1.00", "BRL", 3600 + 30 * (week * 11 % 29)));
            }
        }

        void publish(int number, LocalDate date, Tier... tiers) {
            Set<String> items = Arrays.stream(tiers)
                    .filter(tier -> tier.prize() instanceof Prize.Item)
                    .map(Tier::name)
                    .collect(Collectors.toSet());
            draws.add(new PastDraw(Integer.toString(number), date, DrawFigures.of(List.of(tiers)), items));
        }

        @Override
        public List<PastDraw> upTo(LocalDate date, String number, int limit) {
            return draws.reversed().stream()
                    .filter(draw -> !draw.date().isAfter(date) && !draw.number().equals(number))
                    .limit(limit)
                    .toList();
        }

        @Override
        public List<PastDraw> from(LocalDate date, String number, int limit) {
            return draws.stream()
                    .filter(draw ->
                            !draw.date().isBefore(date) && !draw.number().equals(number))
                    .limit(limit)
                    .toList();
        }
    }
}
