package dev.windfall.prizes.results;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windfall.draw.Draw;
import dev.windfall.draw.Edition;
import dev.windfall.draw.Money;
import dev.windfall.draw.Prize;
import dev.windfall.draw.PublishedDraw;
import dev.windfall.draw.Tier;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class TierChartTests {

    @Test
    void drawsABarForWhatTheWinnersOfATierGetTogether() {
        TierChart chart = chart(cash("1000.00", "EUR", 1), cash("5.00", "EUR", 100), cash("0.01", "EUR", 1));

        assertThat(chart.rows()).extracting(TierChart.Row::length).containsExactly(100, 50, 1);
        assertThat(chart.rows()).extracting(row -> row.total().toString()).contains("500.00 EUR");
    }

    @Test
    void drawsNoneForATierThatNobodyWon() {
        assertThat(chart(cash("1000.00", "EUR", 0), cash("5.00", "EUR", 2)).rows())
                .extracting(TierChart.Row::length)
                .containsExactly(0, 100);
    }

    @Test
    void drawsNothingWhereAllIsWorthNothing() {
        assertThat(chart(cash("0.00", "EUR", 2)).rows())
                .extracting(TierChart.Row::length)
                .containsExactly(0);
    }

    @Test
    void comparesAmountsOfOneCurrencyOnly() {
        assertThat(chart(cash("1000000", "JPY", 1), cash("5.00", "EUR", 2)).rows())
                .extracting(TierChart.Row::length)
                .containsExactly(100, 100);
    }

    @Test
    void addsUpWhatIsPaidOutInEachCurrency() {
        TierChart chart = chart(
                cash("10.00", "EUR", 3),
                cash("5.00", "EUR", 2),
                cash("100.00", "CHF", 1),
                cash("1.00", "USD", 0),
                new Tier("Hamper", new Prize.Item("Hamper", Money.of("49.00", "EUR")), 4));

        assertThat(chart.totals()).containsExactly(Money.of("100.00", "CHF"), Money.of("40.00", "EUR"));
    }

    private static Tier cash(String amount, String currency, int winners) {
        return new Tier(amount + currency, new Prize.Cash(Money.of(amount, currency)), winners);
    }

    private static TierChart chart(Tier... tiers) {
        var draw = new Draw(1, "1", LocalDate.of(2026, 11, 7));
        return TierChart.of(new PublishedDraw(draw, 1, new Edition(1, Instant.EPOCH, false), List.of(tiers)));
    }
}
