package dev.windfall.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windfall.TestDatabase;
import dev.windfall.TestDraws;
import dev.windfall.account.Node;
import dev.windfall.account.Visitor;
import dev.windfall.prizes.Snapshots;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class HeapGuardIntegrationTests {

    private static final String ALONE = "windfall.refresh.listen=false";
    private static final String SELDOM = "windfall.refresh.interval=1h";

    private final String database = TestDatabase.createUrl();
    private final JdbcClient jdbc = JdbcClient.create(TestDatabase.at(database));

    /// The draw says that it has more winners than any heap here has room for.
    @Test
    void refusesADrawThatIsTooLargeAndGoesOnShowingTheOthers(@TempDir Path folder) {
        try (var publishing = Node.on(database, ALONE, SELDOM).withAccounts();
                var node = Node.on(database, ALONE, SELDOM)) {
            TestDraws.publish(publishing, folder, "41", "2026-10-03", 1);
            node.bean(Snapshots.class).refresh();
            long shown = node.bean(Snapshots.class).current().dataVersion();
            TestDraws.publish(publishing, folder, "42", "2026-11-07", 1);
            declareWinners("42", 2_000_000_000);
            Visitor staff = node.signedIn("clerk");

            assertThat(staff.submit("/admin", "/admin/refreshes").statusCode()).isEqualTo(302);

            assertThat(staff.get("/admin").body())
                    .contains("failed, the old one stays")
                    .containsPattern("Loading 2,000,000,001 prizes takes up to [\\d,]+ MB of memory, "
                            + "and [\\d,]+ MB of [\\d,]+ MB are free");
            assertThat(node.bean(Snapshots.class).current().dataVersion()).isEqualTo(shown);
            assertThat(node.signedIn("1").get("/prizes").body()).contains("€5.00");
            assertThat(node.visitor().get("/actuator/health/readiness").statusCode())
                    .isEqualTo(200);

            declareWinners("42", 1);

            assertThat(staff.submit("/admin", "/admin/refreshes").statusCode()).isEqualTo(302);
            assertThat(node.bean(Snapshots.class).current().dataVersion()).isGreaterThan(shown);
        }
    }

    private void declareWinners(String drawNumber, int count) {
        int changed =
                jdbc.sql("""
                        update tiers
                          set winners_count = :count
                          from draws
                          where draws.number = :number
                            and draws.published_version_id = tiers.draw_version_id
                            and tiers.name = 'Small prize'
                        """).param("number", drawNumber).param("count", count).update();
        assertThat(changed).isOne();
    }
}
