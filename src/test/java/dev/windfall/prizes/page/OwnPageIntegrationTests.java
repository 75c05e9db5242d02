package dev.windfall.prizes.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windfall.TestDatabase;
import dev.windfall.TestDraws;
import dev.windfall.account.Node;
import dev.windfall.account.Visitor;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;

/// One page for all, of which each sees his own. Subscriber 1 has won and was here before the last draw was published;
/// subscriber 2 has not, and comes for the first time. For both, the database has been away for a while.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OwnPageIntegrationTests {

    private static final String EVE = "&lt;b&gt;&amp;&quot;&#39;Evelyn";

    private final Node node = Node.at(
                    Instant.parse("2026-11-21T12:00:00Z"),
                    TestDatabase.createUrl(),
                    "windfall.refresh.interval=1h",
                    "windfall.refresh.listen=false",
                    "windfall.lottery.draw-days=SATURDAY")
            .withAccounts();

    private Visitor ada;
    private Visitor eve;

    @BeforeAll
    void comeBack(@TempDir Path folder) {
        name(1, "Ada");
        name(2, "<b>&\"'Evelyn");
        TestDraws.publish(node, folder, "41", "2026-11-07", 1);
        ada = node.signedIn("1");
        ada.get("/prizes");
        TestDraws.publish(node, folder, "42", "2026-11-14", 3);
        node.clock().advance(LastVisit.PAUSE.plus(Duration.ofMinutes(1)));
        eve = node.signedIn("2");
    }

    @AfterAll
    void close() {
        node.close();
    }

    @Test
    void showsEachHisOwnInAnyOrder() {
        isAdas(ada);
        isEves(eve);
        isAdas(ada);
        isEves(eve);
    }

    @Test
    void showsEachHisOwnInHisLanguage() {
        Visitor dutch = node.signedIn("2").with(HttpHeaders.ACCEPT_LANGUAGE, "nl");
        for (int i = 0; i < 2; i++) {
            isAdas(ada);
            assertThat(dutch.get("/prizes").body())
                    .contains("lang=\"nl\"", EVE, "21 november 2026", "deelnemersnummer 2<")
                    .doesNotContain("Ada", "My prizes", "since");
        }
    }

    @Test
    void givesEachFormTheTokenOfItsOwnSession() {
        Visitor first = node.signedIn("1");
        Visitor second = node.signedIn("2");
        for (Visitor visitor : List.of(first, second, first, second)) {
            assertThat(visitor.get("/prizes").body()).containsOnlyOnce("name=\"_csrf\"");
        }
        String firstToken = first.formToken("/prizes");
        String secondToken = second.formToken("/prizes");

        assertThat(second.post("/logout", firstToken).statusCode()).isEqualTo(403);
        assertThat(second.post("/logout", secondToken).statusCode()).isEqualTo(302);
        assertThat(first.post("/logout", firstToken).statusCode()).isEqualTo(302);
    }

    @Test
    void sendsWhatItSaysItSends() {
        var headers = ada.get("/prizes").headers();

        assertThat(headers.firstValue("Content-Type")).contains("text/html;charset=UTF-8");
        assertThat(headers.firstValue("Content-Language")).contains("en-GB");
        assertThat(headers.firstValue("Cache-Control")).contains("private, no-cache");
        assertThat(node.signedIn("1")
                        .with("Accept-Encoding", "gzip")
                        .get("/prizes")
                        .headers()
                        .firstValue("Content-Encoding"))
                .contains("gzip");
    }

    private static void isAdas(Visitor visitor) {
        assertThat(visitor.get("/prizes").body())
                .contains(">Ada<", "subscriber number 1<", "€5.00", "New since your last visit", "class=\"badge\"")
                .contains("published as of ", "Next draw: Saturday, 21 November 2026.", "Complete through draw 42")
                .doesNotContain("Evelyn", "number 2<");
    }

    private static void isEves(Visitor visitor) {
        assertThat(visitor.get("/prizes").body())
                .contains(">" + EVE + "<", "subscriber number 2<", "No prize")
                .contains("published as of ", "Next draw: Saturday, 21 November 2026.", "Complete through draw 42")
                .doesNotContain("Ada", "number 1<", "€", "New since", "class=\"badge\"", "<b>");
    }

    private void name(int subscriber, String name) {
        node.bean(JdbcClient.class)
                .sql("update subscribers set name = :name where id = :id")
                .param("name", name)
                .param("id", subscriber)
                .update();
    }
}
