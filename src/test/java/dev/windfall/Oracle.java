package dev.windfall;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The obvious query: one heavy join for one subscriber. Slow, and beyond doubt.
public final class Oracle {

    /// To the letter as the design has it; it must run on the tables unchanged.
    public static final String OBVIOUS_QUERY = """
            select distinct lottery_draw.date, prize.amount
              from subscription_periods period
              inner join lottery_draws lottery_draw on lottery_draw.subscription_period_id = period.id
              inner join winners winner on winner.lottery_draw_id = lottery_draw.id
              inner join prizes prize on prize.winner_id = winner.id
              where period.id in (select period2.id from subscription_periods period2 order by id desc limit 3)
              and winner.subscriber_id = :subscriber_id
            """;

    /// The same without `distinct`, so that nothing won twice is lost, and with all that a page shows.
    private static final String EVERY_PRIZE = """
            select lottery_draw.number, lottery_draw.date, prize.tier, prize.amount, prize.currency
              from subscription_periods period
              inner join lottery_draws lottery_draw on lottery_draw.subscription_period_id = period.id
              inner join winners winner on winner.lottery_draw_id = lottery_draw.id
              inner join prizes prize on prize.winner_id = winner.id
              where period.id in (select period2.id from subscription_periods period2 order by id desc limit 3)
              and winner.subscriber_id = :subscriber_id
              order by lottery_draw.date desc, lottery_draw.id desc, prize.id
            """;

    private final JdbcClient jdbc;

    public Oracle(DataSource database) {
        jdbc = JdbcClient.create(database);
    }

    public record Amount(LocalDate date, BigDecimal amount) implements Comparable<Amount> {
        @Override
        public int compareTo(Amount other) {
            return Comparator.comparing(Amount::date)
                    .thenComparing(Amount::amount)
                    .compare(this, other);
        }
    }

    public record Prize(String drawNumber, LocalDate date, String tier, BigDecimal amount, String currency) {}

    /// What the obvious query says, by date and amount.
    public List<Amount> amounts(int subscriber) {
        return jdbc
                .sql(OBVIOUS_QUERY)
                .param("subscriber_id", subscriber)
                .query((row, number) -> new Amount(row.getObject("date", LocalDate.class), row.getBigDecimal("amount")))
                .list()
                .stream()
                .sorted()
                .toList();
    }

    /// Every single prize, newest draw first, in the order of the tiers.
    public List<Prize> prizes(int subscriber) {
        return jdbc.sql(EVERY_PRIZE)
                .param("subscriber_id", subscriber)
                .query((row, number) -> new Prize(
                        row.getString("number"),
                        row.getObject("date", LocalDate.class),
                        row.getString("tier"),
                        row.getBigDecimal("amount"),
                        row.getString("currency")))
                .list();
    }
}
