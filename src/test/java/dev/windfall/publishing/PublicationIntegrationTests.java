package dev.windfall.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windfall.draw.SubscriptionPeriod;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

class PublicationIntegrationTests {

    private static final String DRAWS =
            "2026-07-31,7,A,10.00,EUR,1\n2026-08-01,8,A,20.00,EUR,1\n2026-08-01,9,A,5.00,EUR,1\n";

    @TempDir
    Path folder;

    private PublishingLab lab;

    @BeforeEach
    void importThreeDraws() {
        lab = new PublishingLab(folder);
        lab.bringIn(DRAWS, "7,42,A,10.00,EUR\n", "8,42,A,20.00,EUR\n");
    }

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void makesOneDrawAfterTheOtherPublic() {
        assertThat(lab.publish("8")).isEqualTo(new PublicationOutcome.Published("8", 4));
        assertThat(lab.obviousAnswer(42)).containsExactly("2026-08-01 20.00");

        assertThat(lab.publish("7")).isEqualTo(new PublicationOutcome.Published("7", 5));
        assertThat(lab.obviousAnswer(42)).containsExactly("2026-07-31 10.00", "2026-08-01 20.00");
        assertThat(lab.events()).containsExactly(new DrawPublished("8", 4), new DrawPublished("7", 5));
    }

    @Test
    void recordsWhoPublishedWhatAndWhen() {
        lab.publish("8");

        assertThat(lab.jdbc.sql("""
                        select version.imported_by || ' ' || version.published_by || ' ' || version.data_version || ' '
                               || cast(version.published_at at time zone 'Europe/Amsterdam' as date)
                          from draws draw
                          join draw_versions version on version.id = draw.published_version_id
                        """).query(String.class).list()).containsExactly("importer publisher 4 2026-08-20");
    }

    @Test
    void publishesOnceOnly() {
        lab.publish("8");

        assertThat(lab.publish("8")).isEqualTo(new PublicationOutcome.AlreadyPublished("8"));
        assertThat(lab.events()).hasSize(1);
    }

    @Test
    void refusesADrawWithoutItsWinnersAndOneThatIsNot() {
        assertThat(lab.publish("9")).isEqualTo(new PublicationOutcome.NotImported("9"));
        assertThat(lab.publish("10")).isEqualTo(new PublicationOutcome.NoSuchDraw("10"));
        assertThat(lab.events()).isEmpty();
    }

    @Test
    void letsOneOfManyAttemptsAtOnceWin() throws Exception {
        int attempts = 8;
        var start = new CyclicBarrier(attempts);
        Callable<PublicationOutcome> attempt = () -> {
            start.await();
            return lab.publish("8");
        };
        List<PublicationOutcome> outcomes = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(attempts)) {
            List<Future<PublicationOutcome>> running = new ArrayList<>();
            for (int i = 0; i < attempts; i++) {
                running.add(threads.submit(attempt));
            }
            for (var one : running) {
                outcomes.add(one.get());
            }
        }

        assertThat(outcomes).containsOnlyOnce(new PublicationOutcome.Published("8", 4));
        assertThat(outcomes)
                .filteredOn(outcome -> outcome.equals(new PublicationOutcome.AlreadyPublished("8")))
                .hasSize(attempts - 1);
    }

    @Test
    void attachesWithoutLookingAtTheRows() throws SQLException {
        List<String> notices = new ArrayList<>();
        try (var connection = lab.connect()) {
            var template = new JdbcTemplate(new SingleConnectionDataSource(connection, true)) {
                @Override
                protected void handleWarnings(Statement statement) throws SQLException {
                    for (SQLWarning warning = statement.getWarnings();
                            warning != null;
                            warning = warning.getNextWarning()) {
                        notices.add(String.valueOf(warning.getMessage()));
                    }
                }
            };
            template.execute("set client_min_messages = debug1");
            int drawId = lab.jdbc
                    .sql("select id from draws where number = '8'")
                    .query(Integer.class)
                    .single();
            int version = lab.jdbc
                    .sql("select id from draw_versions where draw_id = :draw")
                    .param("draw", drawId)
                    .query(Integer.class)
                    .single();

            new Winnings(template, JdbcClient.create(template))
                    .attach(new DrawVersions.Version(drawId, version), new SubscriptionPeriod(202608));

            assertThat(notices)
                    .contains("partition constraint for table \"winnings_v%d\" is implied by existing constraints"
                            .formatted(version));
            assertThat(lab.jdbc
                            .sql("select count(*) from pg_index where indrelid = cast(:table as regclass)")
                            .param("table", "winnings_v" + version)
                            .query(Integer.class)
                            .single())
                    .describedAs("its own two indexes serve as those of winnings")
                    .isEqualTo(2);
        }
    }
}
