package dev.windfall.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windfall.TestDraws;
import dev.windfall.draw.SubscriptionPeriod;
import dev.windfall.publishing.StepOutcome.Refusal;
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
        assertThat(lab.publish("8")).isEqualTo(new StepOutcome.Published("8", 4));
        assertThat(lab.obviousAnswer(42)).containsExactly("2026-08-01 20.00");

        assertThat(lab.publish("7")).isEqualTo(new StepOutcome.Published("7", 5));
        assertThat(lab.obviousAnswer(42)).containsExactly("2026-07-31 10.00", "2026-08-01 20.00");
        assertThat(lab.events()).containsExactly(new ResultsChanged(), new ResultsChanged());
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

        assertThat(lab.publish("8")).isEqualTo(new StepOutcome.Refused("8", Refusal.ALREADY_PUBLISHED));
        assertThat(lab.events()).hasSize(1);
    }

    @Test
    void refusesADrawWithoutItsWinnersAndOneThatIsNot() {
        assertThat(lab.publish("9")).isEqualTo(new StepOutcome.Refused("9", Refusal.NOT_IMPORTED));
        assertThat(lab.publish("10")).isEqualTo(new StepOutcome.Refused("10", Refusal.NO_SUCH_DRAW));
        assertThat(lab.events()).isEmpty();
    }

    @Test
    void letsOneOfManyAttemptsAtOnceWin() throws Exception {
        lab.bean(Approval.class).approve("8", TestDraws.draftOf(lab.jdbc, "8"), "approver");
        int attempts = 8;
        var start = new CyclicBarrier(attempts);
        Callable<StepOutcome> attempt = () -> {
            start.await();
            return lab.bean(Publication.class).publish("8", "publisher");
        };
        List<StepOutcome> outcomes = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(attempts)) {
            List<Future<StepOutcome>> running = new ArrayList<>();
            for (int i = 0; i < attempts; i++) {
                running.add(threads.submit(attempt));
            }
            for (var one : running) {
                outcomes.add(one.get());
            }
        }

        assertThat(outcomes).containsOnlyOnce(new StepOutcome.Published("8", 4));
        assertThat(outcomes)
                .filteredOn(outcome -> outcome.equals(new StepOutcome.Refused("8", Refusal.ALREADY_PUBLISHED)))
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
                    .attach(new VersionKey(drawId, version), new SubscriptionPeriod(202608));

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
