package dev.windfall.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.windfall.Oracle;
import dev.windfall.TestDatabase;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The tables as they are promised to those who ask them without Windfall.
class SchemaIntegrationTests {

    private static final int ALICE = 7;
    private static final int BOB = 8;

    private final JdbcClient jdbc = JdbcClient.create(TestDatabase.create());

    @Test
    void answersTheObviousQueryWithoutAnyData() {
        assertThat(prizesOf(ALICE)).isEmpty();
    }

    @Test
    void answersTheObviousQueryByTheLastThreePeriods() {
        win(publish(declare(LocalDate.of(2026, 5, 30))), ALICE, 0);
        Version june = publish(declare(LocalDate.of(2026, 6, 2)));
        win(june, ALICE, 0);
        win(june, BOB, 1);
        Version august = publish(declare(LocalDate.of(2026, 8, 4)));
        win(august, ALICE, 0, 1, 1);
        open(202607);

        assertThat(prizesOf(ALICE))
                .containsExactlyInAnyOrder(
                        new Won(LocalDate.of(2026, 6, 2), new BigDecimal("1000.50")),
                        new Won(LocalDate.of(2026, 8, 4), new BigDecimal("1000.50")),
                        new Won(LocalDate.of(2026, 8, 4), new BigDecimal("4.00")));
        assertThat(prizesOf(BOB)).containsExactly(new Won(LocalDate.of(2026, 6, 2), new BigDecimal("4.00")));
    }

    @Test
    void namesTwoPrizesOfOneWinnerApart() {
        win(publish(declare(LocalDate.of(2026, 8, 4))), ALICE, 0, 1, 1);

        assertThat(count("winners")).isOne();
        assertThat(count("prizes")).isEqualTo(3);
    }

    @Test
    void hidesADrawThatIsNotPublished() {
        win(declare(LocalDate.of(2026, 8, 4)), ALICE, 0);

        assertThat(prizesOf(ALICE)).isEmpty();
        assertThat(count("lottery_draws")).isZero();
        assertThat(count("winners")).isZero();
        assertThat(count("prizes")).isZero();
    }

    @Test
    void refusesAPeriodToCome() {
        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(() -> open(999912))
                .withMessageContaining("the period 999912 has not begun anywhere");
    }

    @Test
    void refusesADrawOutsideItsPeriod() {
        open(202608);
        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(() -> jdbc.sql("""
                                insert into draws (subscription_period_id, number, date)
                                values (202608, '1', '2026-09-01')
                                """).update());
    }

    @Test
    void dropsAnOldPeriodAndLeavesTheOthers() {
        win(publish(declare(LocalDate.of(2026, 7, 31))), ALICE, 0);
        win(publish(declare(LocalDate.of(2026, 8, 1))), ALICE, 1);

        jdbc.sql("drop table winnings_202607").update();

        assertThat(prizesOf(ALICE)).containsExactly(new Won(LocalDate.of(2026, 8, 1), new BigDecimal("4.00")));
    }

    @Test
    void findsASubscriberByIndexes() {
        for (LocalDate date = LocalDate.of(2026, 5, 15);
                date.isBefore(LocalDate.of(2026, 9, 1));
                date = date.plusMonths(1)) {
            winMany(publish(declare(date)), 20_000);
        }
        jdbc.sql("analyze").update();

        String plan = String.join(
                "\n",
                jdbc.sql("explain " + Oracle.OBVIOUS_QUERY)
                        .param("subscriber_id", ALICE)
                        .query(String.class)
                        .list());

        assertThat(plan).contains("subscriber_id_idx").doesNotContain("Seq Scan on winnings");
    }

    private List<Won> prizesOf(int subscriber) {
        return jdbc.sql(Oracle.OBVIOUS_QUERY)
                .param("subscriber_id", subscriber)
                .query((row, _) -> new Won(row.getObject("date", LocalDate.class), row.getBigDecimal("amount")))
                .list();
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    private void open(int period) {
        jdbc.sql("insert into subscription_periods (id) values (:id) on conflict do nothing")
                .param("id", period)
                .update();
    }

    /// A draw with two tiers and an empty table for its winnings that nobody sees yet.
    private Version declare(LocalDate date) {
        int period = date.getYear() * 100 + date.getMonthValue();
        open(period);
        int draw = jdbc.sql("""
                        insert into draws (subscription_period_id, number, date) values (:period, :date, :date::date)
                        returning id
                        """)
                .param("period", period)
                .param("date", date.toString())
                .query(Integer.class)
                .single();
        int id = jdbc.sql("""
                        insert into draw_versions (draw_id, version, declared_at, imported_at) values (:draw, 1, now(), now())
                        returning id
                        """).param("draw", draw).query(Integer.class).single();
        jdbc.sql("""
                        insert into tiers (draw_version_id, ordinal, name, kind, amount, currency, winners_count)
                        values (:version, 0, '5 correct', 'cash', 1000.50, 'BRL', 1), (:version, 1, 'Tea', 'item', 4.00, 'BRL', 2)
                        """).param("version", id).update();
        var version = new Version(id, draw, period);
        jdbc.sql("create table %s (like winnings)".formatted(version.table())).update();
        return version;
    }

    private Version publish(Version version) {
        jdbc.sql("create table if not exists %s partition of winnings for values in (%d) partition by list (draw_id)"
                        .formatted(version.periodTable(), version.period()))
                .update();
        jdbc.sql("alter table %s attach partition %s for values in (%d)"
                        .formatted(version.periodTable(), version.table(), version.draw()))
                .update();
        jdbc.sql("""
                        update draw_versions
                          set checked_at = now(), approved_at = now(), approved_by = 'somebody', published_at = now(),
                              data_version = id
                          where id = :id
                        """).param("id", version.id()).update();
        jdbc.sql("update draws set published_version_id = :version where id = :draw")
                .param("version", version.id())
                .param("draw", version.draw())
                .update();
        return version;
    }

    private void win(Version version, int subscriber, int... tiers) {
        long winner = count(version.table()) + 1;
        for (int i = 0; i < tiers.length; i++) {
            jdbc.sql("insert into %s values (:period, :draw, :id, :winner, :subscriber, :tier)"
                            .formatted(version.table()))
                    .param("period", version.period())
                    .param("draw", version.draw())
                    .param("id", version.prizeId(winner + i))
                    .param("winner", version.prizeId(winner))
                    .param("subscriber", subscriber)
                    .param("tier", tiers[i])
                    .update();
        }
    }

    private void winMany(Version version, int count) {
        jdbc.sql("""
                        insert into %s
                        select :period, :draw, :first + n, :first + n, n, n %% 2 from generate_series(1, :count) n
                        """.formatted(version.table()))
                .param("period", version.period())
                .param("draw", version.draw())
                .param("first", version.prizeId(0))
                .param("count", count)
                .update();
    }

    private record Won(LocalDate date, BigDecimal amount) {}

    private record Version(int id, int draw, int period) {

        String table() {
            return "winnings_v" + id;
        }

        String periodTable() {
            return "winnings_" + period;
        }

        long prizeId(long number) {
            return ((long) id << Integer.SIZE) + number;
        }
    }
}
