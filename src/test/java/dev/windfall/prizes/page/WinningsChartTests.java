package dev.windfall.prizes.page;

import static dev.windfall.prizes.Lottery.winners;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.windfall.draw.Money;
import dev.windfall.draw.Prize;
import dev.windfall.draw.Tier;
import dev.windfall.prizes.Lottery;
import dev.windfall.prizes.page.WinningsChart.Bar;
import java.util.List;
import org.junit.jupiter.api.Test;

class WinningsChartTests {

    private static final int SUBSCRIBER = 7;
    private static final List<Tier> TIERS = List.of(
            new Tier("Large", new Prize.Cash(Money.of("100.00", "EUR")), 1),
            new Tier("Small", new Prize.Cash(Money.of("25.00", "EUR")), 1),
            new Tier("Tiny", new Prize.Cash(Money.of("0.01", "EUR")), 1),
            new Tier("Abroad", new Prize.Cash(Money.of("8.00", "CHF")), 1),
            new Tier("Hamper", new Prize.Item("Hamper", Money.of("49.00", "EUR")), 1));

    private final Lottery lottery = Lottery.on("2026-11-21").withPeriods(202609, 202610, 202611);

    @Test
    void drawsABarForEachDrawFromTheOldestToTheNewest() {
        publish(1, "2026-09-05", 0);
        publish(2, "2026-10-03");
        publish(3, "2026-11-07", 1, 1);
        publish(4, "2026-11-14", 2);

        WinningsChart chart = onlyChart();

        assertThat(chart.sums()).extracting(sum -> sum.draw().number()).containsExactly("1", "2", "3", "4");
        assertThat(chart.bars()).extracting(Bar::height).containsExactly(60, 0, 30, 2);
        assertThat(chart.bars()).extracting(Bar::left).containsExactly(0, 12, 24, 36);
        assertThat(chart.outline().width()).isEqualTo(45);
        assertThat(chart.outline().first()).isEqualTo("2026-09-05");
        assertThat(chart.outline().last()).isEqualTo("2026-11-14");
        assertThat(paid(chart)).map(Object::toString).containsExactly("100.00 EUR", "50.00 EUR", "0.01 EUR");
    }

    @Test
    void keepsCurrenciesApartAndThingsOut() {
        publish(1, "2026-11-07", 1, 3, 4);

        assertThat(WinningsChart.of(lottery.service().prizesOf(SUBSCRIBER)))
                .extracting(chart -> chart.outline().currency().getCurrencyCode(), WinningsChartTests::paid)
                .containsExactly(
                        tuple("CHF", List.of(Money.of("8.00", "CHF"))),
                        tuple("EUR", List.of(Money.of("25.00", "EUR"))));
    }

    @Test
    void drawsNothingForWhoWonNothing() {
        publish(1, "2026-11-07");

        assertThat(WinningsChart.of(lottery.service().prizesOf(SUBSCRIBER))).isEmpty();
    }

    @Test
    void sharesEachBarAndSumWithWhoWonTheSameInThatDraw() {
        publish(1, "2026-11-07", 0);
        publish(2, "2026-11-14", 1);
        WinningsChart before = onlyChart();

        publish(3, "2026-11-15", 2);

        assertThat(onlyChart().bars()).containsAll(before.bars());
        assertThat(onlyChart().sums()).containsAll(before.sums());
    }

    private static List<Money> paid(WinningsChart chart) {
        return chart.sums().stream().flatMap(sum -> sum.paid().stream()).toList();
    }

    private WinningsChart onlyChart() {
        List<WinningsChart> charts = WinningsChart.of(lottery.service().prizesOf(SUBSCRIBER));
        assertThat(charts).hasSize(1);
        return charts.getFirst();
    }

    private void publish(int number, String date, int... tiers) {
        var winners = winners();
        for (int tier : tiers) {
            winners.add(SUBSCRIBER, tier);
        }
        lottery.publish(number, Integer.toString(number), date, TIERS, winners);
    }
}
