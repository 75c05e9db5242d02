package dev.windfall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.windfall.account.Node;
import dev.windfall.account.Visitor;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What asks the database asks it seldom: nothing twice, rows that come in numbers at once, and sums where they are
/// kept
/// instead of what they sum up.
class FewStatementsIntegrationTests {

    private static final String CALLS = "windfall_statements_seconds_count";

    @TempDir
    private Path folder;

    private final Node node = Node.on(
                    TestDatabase.createUrl(), "windfall.refresh.interval=1h", "windfall.refresh.listen=false")
            .withAccounts();

    @BeforeEach
    void publish() {
        TestDraws.publish(node, folder, "40", "2026-07-04", 1);
        TestDraws.publish(node, folder, "41", "2026-11-07", 1, 2);
        await().until(() -> node.visitor().get("/actuator/health/readiness").statusCode() == 200);
    }

    @AfterEach
    void stop() {
        node.close();
    }

    /// Subscribers' and everybody's pages ask nothing at all once somebody has looked; those of staff ask for what
    /// must not be old.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/admin",
                "/admin/dashboard",
                "/admin/draws",
                "/admin/draws?period=202610",
                "/admin/imports",
                "/admin/shipments",
                "/admin/accounts",
                "/admin/accounts/1",
                "/admin/audit",
                "/account"
            })
    void asksNothingTwiceForOnePage(String path) {
        Visitor clerk = node.signedIn("clerk");

        Map<String, Double> asked =
                asked(() -> assertThat(clerk.get(path).statusCode()).isEqualTo(200));

        assertThat(asked).allSatisfy((_, calls) -> assertThat(calls).isEqualTo(1));
    }

    @Test
    void asksAsMuchOfADrawWithManyVersionsAsOfOneWithOne() {
        Visitor clerk = node.signedIn("clerk");
        String page = "/admin" + TestDraws.page(node, "41");
        Map<String, Double> before = asked(() -> clerk.get(page));

        for (int i = 0; i < 5; i++) {
            TestDraws.correct(node, folder, "41", "2026-11-07", 1, 2, 3);
        }

        assertThat(before).isNotEmpty();
        assertThat(asked(() -> assertThat(clerk.get(page).body()).contains("a lost point")))
                .isEqualTo(before);
    }

    @Test
    void writesTheTiersOfADrawAtOnce() {
        Map<String, Double> asked = asked(() -> TestDraws.publish(node, folder, "42", "2026-11-14", 1, 2, 3));

        assertThat(asked)
                .containsEntry("VersionParts.insertTiers", 1.0)
                .containsEntry("VersionParts.insertFiles", 1.0)
                .containsEntry("WinnersStaging.copy", 1.0);
    }

    @Test
    void countsNoPrizesToTellHowManyThereAre() {
        node.bean(JdbcClient.class).sql("delete from winnings").update();

        assertThat(node.signedIn("clerk").get("/admin/draws").body())
                .as("a small prize each and a hamper")
                .containsPattern("41(?s:.)*class=\"number\">3<");
    }

    @Test
    void asksOnceForAnEarlierMonthWhoeverLooks() {
        for (String number : List.of("1", "2", "3")) {
            assertThat(node.signedIn(number).get("/prizes/months/202607").statusCode())
                    .isEqualTo(200);
        }

        assertThat(Scrape.of(node)
                        .sum(
                                CALLS,
                                Map.of("route", "/prizes/months/{period:[0-9]{6}}", "statement", "WinnersCopy.read")))
                .isEqualTo(1);
    }

    /// How often each statement was asked meanwhile.
    private Map<String, Double> asked(Runnable step) {
        Scrape before = Scrape.of(node);
        step.run();
        Scrape after = Scrape.of(node);
        return after.difference(before, CALLS, "statement");
    }
}
