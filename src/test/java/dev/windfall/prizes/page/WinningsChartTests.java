package dev.windfall.prizes.page;

import static dev.windfall.prizes.Lottery.winners;
import static org.assertj.core.api.Assertions.assertThat;

import dev.windfall.draw.Money;
import dev.windfall.draw.Prize;
import dev.windfall.draw.Tier;
import dev.windfall.prizes.Lottery;
import dev.windfall.prizes.page.WinningsChart.Bar;
import java.util.List;
import java.util.Optional;
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

        assertThat(chart.bars()).extracting(bar -> bar.draw().number()).containsExactly("1", "2", "3", "4");
        assertThat(chart.bars()).extracting(Bar::height).containsExactly(60, 0, 30, 2);
        assertThat(chart.bars()).extracting(Bar::left).containsExactly(0, 12, 24, 36);
        assertThat(chart.width()).isEqualTo(45);
        assertThat(won(chart))
                .extracting(Bar::sum)
                .extracting(Optional::get)
                .map(Object::toString)
                .containsExactly("100.00 EUR", "50.00 EUR", "0.01 EUR");
    }

    @Test
    void keepsCurrenciesApartAndThingsOut() {
        publish(1, "2026-11-07", 1, 3, 4);

        assertThat(WinningsChart.of(lottery.service().prizesOf(SUBSCRIBER)))
                .extracting(
                        chart -> chart.currency().getCurrencyCode(),
                        chart -> won(chart).getFirst().sum())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("CHF", Optional.of(Money.of("8.00", "CHF"))),
                        org.assertj.core.groups.Tuple.tuple("EUR", Optional.of(Money.of("25.00", "EUR"))));
    }

    @Test
    void drawsNothingForWhoWonNothing() {
        publish(1, "2026-11-07");

        assertThat(WinningsChart.of(lottery.service().prizesOf(SUBSCRIBER))).isEmpty();
    }

    private static List<Bar> won(WinningsChart chart) {
        return chart.bars().stream().filter(bar -> bar.sum().isPresent()).toList();
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
