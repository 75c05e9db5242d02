package dev.windfall.publishing.intake;

import static dev.windfall.publishing.PublishingLab.findings;
import static org.assertj.core.api.Assertions.assertThat;

import dev.windfall.publishing.PublishingLab;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoverageIntegrationTests {

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

    @ParameterizedTest
    @CsvSource({
        "202603,  6, 2026-08-20, true",
        "202603,  6, 2026-03-01, true",
        "202602,  6, 2026-08-20, false",
        "202603,  6, 2026-02-28, false",
        "202509, 12, 2026-08-20, true",
        "202508, 12, 2026-08-20, false",
        "202609, 12, 2026-08-20, false",
        "202512,  6, 2026-05-31, true",
        "202512,  6, 2026-06-01, false"
    })
    void takesWinnersWhoseSubscriptionsCoverTheDrawsPeriod(
            int firstPeriod, int months, String date, boolean isCovered) {
        haveSubscription(42, firstPeriod, months);

        ImportReport report = lab.bringIn(date + ",7,A,1.00,EUR,1\n", "7,42,A,1.00,EUR\n");

        assertThat(findings(report))
                .isEqualTo(
                        isCovered
                                ? List.of()
                                : List.of("winners-0.csv:2: subscriber_id: 42 has no subscription that covers "
                                        + date.substring(0, 7)
                                        + ": correct the number, or add the subscription first"));
        assertThat(lab.versionTables()).hasSize(isCovered ? 1 : 0);
    }

    @Test
    void takesWinnersWithOneOfSeveralSubscriptions() {
        haveSubscription(42, 202508, 12);
        lab.jdbc
                .sql("insert into subscriptions (subscriber_id, first_period_id, months) values (42, 202608, 6)")
                .update();

        assertThat(findings(lab.bringIn("2026-08-20,7,A,1.00,EUR,1\n", "7,42,A,1.00,EUR\n")))
                .isEmpty();
    }

    @Test
    void namesUncoveredWinnersAndStrangersInTheOrderOfTheFiles() {
        haveSubscription(42, 202602, 6);

        assertThat(findings(lab.bringIn(
                        "2026-08-20,7,A,1.00,EUR,4\n",
                        "7,43,A,1.00,EUR\n7,42,A,1.00,EUR\n",
                        "7,2000,A,1.00,EUR\n7,42,A,1.00,EUR\n")))
                .containsExactly(
                        "winners-0.csv:3: subscriber_id: 42 has no subscription that covers 2026-08: correct the number,"
                                + " or add the subscription first",
                        "winners-1.csv:2: subscriber_id: 2000 is no subscriber: correct the number, or add the subscriber"
                                + " first",
                        "winners-1.csv:3: subscriber_id: 42 has no subscription that covers 2026-08: correct the number,"
                                + " or add the subscription first");
    }

    @Test
    void namesThemBesideOtherFaults() {
        assertThat(findings(lab.bringIn("2026-08-20,7,A,1.00,EUR,2\n", "7,2000,A,1.00,EUR\n")))
                .satisfiesExactly(
                        count -> assertThat(count).startsWith("table.csv:2: winners_count: 2 prizes of tier \"A\""),
                        stranger -> assertThat(stranger).contains("2000 is no subscriber"));
    }

    /// In the place of the one from May to April.
    private void haveSubscription(int subscriber, int firstPeriod, int months) {
        lab.jdbc
                .sql("delete from subscriptions where subscriber_id = :subscriber")
                .param("subscriber", subscriber)
                .update();
        lab.jdbc
                .sql(
                        "insert into subscriptions (subscriber_id, first_period_id, months) values (:subscriber, :first, :months)")
                .param("subscriber", subscriber)
                .param("first", firstPeriod)
                .param("months", months)
                .update();
    }
}
