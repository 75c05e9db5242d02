package dev.windfall.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windfall.draw.SubscriptionPeriod;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class WinningsIntegrationTests {

    private static final SubscriptionPeriod AUGUST = new SubscriptionPeriod(202608);
    private static final int SUBSCRIBERS = 10_000;

    @TempDir
    Path folder;

    private PublishingLab lab;

    @BeforeEach
    void open() {
        lab = new PublishingLab(folder);
    }

    @AfterEach
    void close() {
        lab.close();
    }

    /// As after a first load of all subscriptions, on the night of a draw.
    @Test
    void doesNotCompareEachWinnerWithEachSubscriptionForWantOfStatistics() {
        haveSubscribersWithoutStatistics();
        lab.bringIn("2026-08-20,7,A,1.00,EUR,2000\n", winners(2000));
        var version = lab.jdbc
                .sql("select draw_id, id from draw_versions")
                .query((row, _) -> new VersionKey(row.getInt("draw_id"), row.getInt("id")))
                .single();

        assertThat(plan(version)).isNotEmpty().noneMatch(step -> step.contains("Materialize"));
    }

    private List<String> plan(VersionKey version) {
        return new TransactionTemplate(lab.bean(PlatformTransactionManager.class)).execute(_ -> {
            assertThat(lab.bean(Winnings.class).areCovered(version, AUGUST)).isTrue();
            return lab.jdbc
                    .sql("explain " + Winnings.areCovered(version))
                    .params(Coverage.of(AUGUST))
                    .query((row, _) -> row.getString(1))
                    .list();
        });
    }

    private void haveSubscribersWithoutStatistics() {
        lab.jdbc
                .sql("alter table subscriptions set (autovacuum_enabled = false)")
                .update();
        lab.jdbc
                .sql(
                        "insert into subscribers (id, name) select n, 'Subscriber ' || n from generate_series(1001, :count) n")
                .param("count", SUBSCRIBERS)
                .update();
        lab.jdbc
                .sql(
                        "insert into subscriptions (subscriber_id, first_period_id, months) select id, 202605, 12 from subscribers where id > 1000")
                .update();
    }

    private static String winners(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj("7,%d,A,1.00,EUR\n"::formatted)
                .collect(Collectors.joining());
    }
}
