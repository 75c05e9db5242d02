package dev.windfall.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windfall.TestDatabase;
import dev.windfall.Windfall;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.jdbc.core.simple.JdbcClient;

class DemoLotteryIntegrationTests {

    private final String url = TestDatabase.createUrl();
    private final JdbcClient jdbc = JdbcClient.create(TestDatabase.at(url));

    @BeforeEach
    void startOnce() {
        start();
    }

    @Test
    void publishesADrawForEachWeekOfTheLastMonths() {
        int weeks = jdbc.sql("select count(*) from lottery_draws")
                .query(Integer.class)
                .single();

        assertThat(weeks).isBetween(21, 27);
        assertThat(jdbc.sql("select count(distinct subscription_period_id) from lottery_draws")
                        .query(Integer.class)
                        .single())
                .isBetween(5, 6);
        assertThat(jdbc.sql("select count(*) from prizes where kind = 'item'")
                        .query(Integer.class)
                        .single())
                .isPositive();
        assertThat(jdbc.sql("select count(*) from subscribers")
                        .query(Integer.class)
                        .single())
                .isEqualTo(200);
    }

    @Test
    void addsNothingButTheMissingWeeksAtTheNextStart() {
        long version = dataVersion();
        start();
        assertThat(dataVersion()).isEqualTo(version);

        jdbc.sql("""
                        update draws
                          set published_version_id = null
                          where id = (select max(id) from draws)
                        """).update();
        jdbc.sql("""
                        update draw_versions
                          set published_at = null, published_by = null, data_version = null
                          where id = (select max(id) from draw_versions)
                        """).update();
        start();
        assertThat(dataVersion()).isEqualTo(version + 2);
    }

    /// Subscriptions are renewed and no check doubts anything but old dates, however long nobody looks.
    @Test
    void goesOnForMonths() {
        String elsewhere = TestDatabase.createUrl();
        startIn(elsewhere, "2025-10-15");
        startIn(elsewhere, "2025-12-02");
        startIn(elsewhere, "2026-06-30");
        startIn(elsewhere, "2026-11-01");

        JdbcClient later = JdbcClient.create(TestDatabase.at(elsewhere));
        assertThat(later.sql("select count(*) from lottery_draws")
                        .query(Integer.class)
                        .single())
                .as("Saturdays from May to November, and from January to October")
                .isEqualTo(31 + 44);
        assertThat(later.sql("""
                                select reason
                                  from version_doubts
                                  where reason not like '%is before the last 3 months%'
                                  order by draw_version_id, ordinal
                                """).query(String.class).list()).isEmpty();
    }

    private void start() {
        start(url);
    }

    private static void startIn(String url, String date) {
        start(url, "--windfall.lottery.rehearsal-date=" + date);
    }

    private static void start(String url, String... settings) {
        List<String> all = new ArrayList<>(List.of(settings));
        all.addAll(List.of(
                "--spring.datasource.url=" + url,
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--windfall.shutdown.drain=0s",
                "--windfall.demo=true",
                "--windfall.demo-subscribers=200"));
        new SpringApplicationBuilder(Windfall.class)
                .run(all.toArray(String[]::new))
                .close();
    }

    private long dataVersion() {
        return jdbc.sql("select version from data_version").query(Long.class).single();
    }
}
