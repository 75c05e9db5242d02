package dev.windfall.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.windfall.TestDatabase;
import dev.windfall.statement.Statements;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class JdbcDrawRepositoryIntegrationTests {

    private static final SubscriptionPeriod AUGUST = new SubscriptionPeriod(202608);

    private final DataSource database = TestDatabase.create();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final JdbcDrawRepository repository = new JdbcDrawRepository(jdbc, database, Statements.unheeded());

    @BeforeEach
    void openPeriod() {
        jdbc.sql("insert into subscription_periods (id) values (202607), (202608)")
                .update();
    }

    @Test
    void readsPublishedDrawsWithTheirTiersInOrder() {
        int older = declare("3046", "2026-08-18");
        int newer = declare("3047", "2026-08-20");
        publish(older);
        int version = publish(newer);

        List<PublishedDraw> draws = repository.publishedDraws(AUGUST);

        assertThat(draws).extracting(draw -> draw.draw().number()).containsExactly("3047", "3046");
        assertThat(draws.getFirst())
                .isEqualTo(new PublishedDraw(
                        new Draw(newer, "3047", LocalDate.of(2026, 8, 20)),
                        version,
                        new Edition(newer, Instant.parse("2026-08-20T20:30:00Z"), false),
                        List.of(
                                new Tier("5 correct", new Prize.Cash(Money.of("33112.49", "BRL")), 1),
                                new Tier("Hamper", new Prize.Item("Hamper", Money.of("49.00", "BRL")), 2))));
    }

    @Test
    void tellsThePeriodsOfAllDraws() {
        int old = declare("3000", "2026-07-01");
        int published = declare("3047", "2026-08-20");
        publish(published);

        assertThat(repository.periodsOfDraws())
                .containsEntry(old, new SubscriptionPeriod(202607))
                .containsEntry(published, AUGUST);
    }

    @Test
    void tellsPendingFromPublishedDraws() {
        int pending = declare("3048", "2026-08-22");
        publish(declare("3047", "2026-08-20"));
        declare("3000", "2026-07-01");

        assertThat(repository.pendingDraws(AUGUST))
                .containsExactly(new PendingDraw(new Draw(pending, "3048", LocalDate.of(2026, 8, 22)), false));
        assertThat(repository.publishedDraws(AUGUST))
                .extracting(draw -> draw.draw().number())
                .containsExactly("3047");
    }

    @Test
    void readsAVersionsWinnersFromItsOwnTable() {
        publish(declare("3047", "2026-08-20"));
        PublishedDraw draw = repository.publishedDraws(AUGUST).getFirst();
        jdbc.sql("create table winnings_v%d (like winnings)".formatted(draw.version()))
                .update();
        jdbc.sql("""
                        insert into winnings_v%d (subscription_period_id, draw_id, id, winner_id, subscriber_id, tier)
                        values (202608, 1, 1, 1, 2147483647, 1), (202608, 1, 2, 2, 5, 1), (202608, 1, 3, 2, 5, 0)
                        """.formatted(draw.version())).update();

        Winners winners = repository.winners(draw);

        assertThat(winners.prizeCount()).isEqualTo(3);
        assertThat(winners.tiersOf(5)).containsExactly(0, 1);
        assertThat(winners.tiersOf(Integer.MAX_VALUE)).containsExactly(1);
        assertThat(winners.tiersOf(6)).isEmpty();
    }

    @Test
    void readsALargeDrawWhole() {
        publish(declare("3047", "2026-08-20"));
        PublishedDraw draw = repository.publishedDraws(AUGUST).getFirst();
        fill(draw, 100_000);

        Winners winners = repository.winners(draw);

        assertThat(winners.prizeCount()).isEqualTo(100_000);
        for (int subscriber = 1; subscriber <= 100_000; subscriber++) {
            assertThat(winners.tiersOf(3 * subscriber)).containsExactly(subscriber % 2);
        }
    }

    /// Or each piece would take as long as the whole table.
    @Test
    void readsEachPageOnce() {
        publish(declare("3047", "2026-08-20"));
        PublishedDraw draw = repository.publishedDraws(AUGUST).getFirst();
        fill(draw, 10);

        List<String> plan = jdbc.sql("explain " + WinnersCopy.packedWinners(draw.version()))
                .query((row, _) -> row.getString(1))
                .list();

        assertThat(plan).anyMatch(step -> step.contains("Tid Range Scan")).noneMatch(step -> step.contains("Seq Scan"));
    }

    @Test
    void readsNoWinnersOfADrawWithoutAny() {
        publish(declare("3047", "2026-08-20"));
        PublishedDraw draw = repository.publishedDraws(AUGUST).getFirst();
        jdbc.sql("create table winnings_v%d (like winnings)".formatted(draw.version()))
                .update();

        assertThat(repository.winners(draw).prizeCount()).isZero();
    }

    @Test
    void saysWhichDrawCouldNotBeRead() {
        publish(declare("3047", "2026-08-20"));
        PublishedDraw draw = repository.publishedDraws(AUGUST).getFirst();

        assertThatExceptionOfType(WinnersNotRead.class)
                .isThrownBy(() -> repository.winners(draw))
                .withMessageContaining("draw 3047");
    }

    @Test
    void readsTheDataVersion() {
        assertThat(repository.dataVersion()).isZero();

        jdbc.sql("update data_version set version = version + 1").update();

        assertThat(repository.dataVersion()).isEqualTo(1);
    }

    /// Every third number wins.
    private void fill(PublishedDraw draw, int winners) {
        jdbc.sql("create table winnings_v%d (like winnings)".formatted(draw.version()))
                .update();
        jdbc.sql("""
                        insert into winnings_v%d (subscription_period_id, draw_id, id, winner_id, subscriber_id, tier)
                        select 202608, 1, n, n, 3 * n, n %% 2 from generate_series(1, :winners) n
                        """.formatted(draw.version())).param("winners", winners).update();
    }

    private int declare(String number, String date) {
        return jdbc.sql("""
                        insert into draws (subscription_period_id, number, date)
                        values (to_char(cast(:date as date), 'yyyymm')::integer, :number, cast(:date as date))
                        returning id
                        """)
                .param("date", date)
                .param("number", number)
                .query(Integer.class)
                .single();
    }

    private int publish(int draw) {
        int version = jdbc.sql("""
                        insert into draw_versions
                          (draw_id, version, declared_at, imported_at, checked_at, approved_at, approved_by, published_at,
                           data_version)
                        values (:draw, 1, now(), now(), now(), now(), 'somebody', '2026-08-20 22:30:00+02', :draw)
                        returning id
                        """).param("draw", draw).query(Integer.class).single();
        jdbc.sql("""
                        insert into tiers (draw_version_id, ordinal, name, kind, amount, currency, winners_count)
                        values (:version, 1, 'Hamper', 'item', 49, 'BRL', 2),
                               (:version, 0, '5 correct', 'cash', 33112.49, 'BRL', 1)
                        """).param("version", version).update();
        jdbc.sql("update draws set published_version_id = :version where id = :draw")
                .param("version", version)
                .param("draw", draw)
                .update();
        return version;
    }
}
