package dev.windfall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.windfall.account.Node;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/// What a node tells of what it asks the database.
@ExtendWith(OutputCaptureExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatementsIntegrationTests {

    private static final String COUNT = "windfall_statements_seconds_count";
    private static final String ROWS = "windfall_statements_rows_total";

    private Node node;

    /// Asks once for each of many what it could ask once for all. No stereotype, lest other tests' nodes find it.
    static final class Greedy {

        @Bean
        RouterFunction<ServerResponse> greedy(JdbcClient jdbc) {
            return RouterFunctions.route()
                    .GET("/draws/greedy", _ -> ServerResponse.ok().body(ask(jdbc)))
                    .build();
        }

        private static int ask(JdbcClient jdbc) {
            int sum = 0;
            for (int i = 0; i < 11; i++) {
                sum += jdbc.sql("select cast(:i as integer)")
                        .param("i", i)
                        .query(Integer.class)
                        .single();
            }
            return sum;
        }
    }

    @BeforeAll
    void start(@TempDir Path folder) {
        node = Node.on(TestDatabase.createUrl(), List.of(Greedy.class)).withAccounts();
        TestDraws.publish(node, folder, "42", "2026-11-14", 5);
        await().until(() -> node.visitor().get("/actuator/health/readiness").statusCode() == 200);
    }

    @AfterAll
    void stop() {
        node.close();
    }

    @Test
    void namesEachStatement() {
        node.signedIn("1").get("/prizes");
        node.signedIn("clerk").get("/admin");

        assertThat(Scrape.of(node).values(COUNT, "statement"))
                .contains(
                        "JdbcDrawRepository.publishedDraws",
                        "JdbcPeriodRepository.lastPeriods",
                        "JdbcAccountRepository.findSubscriberAccount",
                        "WinnersCopy.read",
                        "WinnersStaging.copy")
                .doesNotContain("other");
    }

    @Test
    void tellsFromWhereItIsAsked() {
        node.signedIn("1").get("/prizes");

        Scrape scrape = Scrape.of(node);
        assertThat(scrape.sum(COUNT, Map.of("statement", "WinnersCopy.read", "route", "background")))
                .isEqualTo(1);
        assertThat(scrape.sum(COUNT, Map.of("route", "/prizes"))).isZero();
    }

    @Test
    void countsRowsThatAreReadAndThoseThatAreWritten() {
        var before = Scrape.of(node);

        rows();

        assertThat(Scrape.of(node).sum(ROWS, Map.of("statement", "StatementsIntegrationTests.rows"))
                        - before.sum(ROWS, Map.of("statement", "StatementsIntegrationTests.rows")))
                .isEqualTo(3 + 2);
        assertThat(before.sum(ROWS, Map.of("statement", "WinnersCopy.read", "route", "background")))
                .as("a small prize and a hamper")
                .isEqualTo(2);
    }

    /// The server says in which row, and that would be whose.
    @Test
    void tellsNothingOfARowThatWasRefused() {
        JdbcClient jdbc = node.bean(JdbcClient.class);
        String twice = "insert into subscribers (id, name) values (73914628, 'Twice')";
        jdbc.sql(twice).update();

        assertThatExceptionOfType(DuplicateKeyException.class)
                .isThrownBy(() -> jdbc.sql(twice).update())
                .satisfies(refused -> assertThat(refused.getMostSpecificCause().getMessage())
                        .contains("subscribers_pkey")
                        .doesNotContain("73914628"));
    }

    private void rows() {
        JdbcClient jdbc = node.bean(JdbcClient.class);
        assertThat(jdbc.sql("select n from generate_series(1, 3) n")
                        .query(Integer.class)
                        .list())
                .hasSize(3);
        jdbc.sql("create table rows_of_a_test (n integer)").update();
        jdbc.sql("insert into rows_of_a_test select generate_series(1, 2)").update();
    }

    @Test
    void countsWhatFails() {
        JdbcClient jdbc = node.bean(JdbcClient.class);

        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> jdbc.sql("select 1 / 0").query(Integer.class).single());

        assertThat(Scrape.of(node)
                        .sum(
                                COUNT,
                                Map.of("statement", "StatementsIntegrationTests.countsWhatFails", "outcome", "failed")))
                .isEqualTo(1);
    }

    @Test
    void tellsWhatIsSlowWithoutItsValues(CapturedOutput output) {
        node.bean(JdbcClient.class)
                .sql("select cast(pg_sleep(0.6) as text) || :secret")
                .param("secret", "4711")
                .query(String.class)
                .single();

        assertThat(Scrape.of(node)
                        .sum(
                                "windfall_statements_slow_total",
                                Map.of("statement", "StatementsIntegrationTests.tellsWhatIsSlowWithoutItsValues")))
                .isEqualTo(1);
        assertThat(output)
                .containsPattern(
                        "StatementsIntegrationTests\\.tellsWhatIsSlowWithoutItsValues took \\d+ ms on background")
                .doesNotContain("4711");
    }

    @Test
    void tellsOnceWhatOneRequestAsksAgainAndAgain(CapturedOutput output) {
        Map<String, String> greedy = Map.of("statement", "StatementsIntegrationTests.ask", "route", "/draws/greedy");

        node.visitor().get("/draws/greedy");
        node.visitor().get("/draws/greedy");

        assertThat(Scrape.of(node).sum("windfall_statements_repeated_total", greedy))
                .isEqualTo(2);
        assertThat(output.toString()
                        .lines()
                        .filter(line -> line.contains("asked 11 times by one request to /draws/greedy")))
                .hasSize(1);
        assertThat(Scrape.of(node).sum("windfall_request_statements_sum", Map.of("route", "/draws/greedy")))
                .isEqualTo(22);
    }

    @Test
    void tellsThatAPageOfPrizesAsksNothing() {
        var visitor = node.signedIn("1");
        double before = Scrape.of(node).sum("windfall_request_statements_count", Map.of("route", "/prizes"));

        visitor.get("/prizes");

        Scrape scrape = Scrape.of(node);
        assertThat(scrape.sum("windfall_request_statements_count", Map.of("route", "/prizes")))
                .isEqualTo(before + 1);
        assertThat(scrape.sum("windfall_request_statements_sum", Map.of("route", "/prizes")))
                .isZero();
    }
}
