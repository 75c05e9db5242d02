package dev.windfall.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windfall.TestDatabase;
import dev.windfall.Windfall;
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

        assertThat(weeks).isBetween(17, 23);
        assertThat(jdbc.sql("select count(distinct subscription_period_id) from lottery_draws")
                        .query(Integer.class)
                        .single())
                .isBetween(4, 5);
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

    private void start() {
        new SpringApplicationBuilder(Windfall.class)
                .run(
                        "--spring.datasource.url=" + url,
                        "--server.port=0",
                        "--server.address=127.0.0.1",
                        "--windfall.shutdown.drain=0s",
                        "--windfall.demo=true",
                        "--windfall.demo-subscribers=200")
                .close();
    }

    private long dataVersion() {
        return jdbc.sql("select version from data_version").query(Long.class).single();
    }
}
