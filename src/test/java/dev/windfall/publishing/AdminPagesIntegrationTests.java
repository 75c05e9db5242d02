package dev.windfall.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windfall.TestDatabase;
import dev.windfall.account.Node;
import dev.windfall.account.Visitor;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AdminPagesIntegrationTests {

    private static final String IMPORTS = "/admin/imports";
    private static final String PUBLICATIONS = "/admin/publications";
    private static final String DRAWS = "/admin/draws?period=202608";
    private static final String TABLE =
            PublishingLab.TABLE_HEADER + "2026-08-20,7,Small,2.50,EUR,1\n2026-08-20,8,Small,2.50,EUR,1\n";
    private static final String WINNERS = PublishingLab.WINNERS_HEADER + "7,1,Small,2.50,EUR\n";

    private Node node;
    private Visitor clerk;

    @BeforeEach
    void signIn() {
        node = Node.on(TestDatabase.createUrl(), "spring.servlet.multipart.max-request-size=10KB")
                .withAccounts();
        clerk = node.signedIn("clerk");
    }

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void importsAndPublishesUploadedFiles() {
        HttpResponse<String> imported = upload(TABLE, WINNERS);

        assertThat(imported.statusCode()).isEqualTo(200);
        assertThat(imported.body()).contains("Nothing was refused", "imported, one prize", "declared, its winners");
        assertThat(clerk.get(DRAWS).body()).contains("Publish draw 7").doesNotContain("Publish draw 8");

        HttpResponse<String> published = publish("7");

        assertThat(published.statusCode()).isEqualTo(302);
        assertThat(published.headers().firstValue("Location")).contains(DRAWS);
        assertThat(clerk.get(DRAWS).body()).contains("published").doesNotContain("Publish draw 7");
    }

    @Test
    void namesWhatIsRefusedWithoutTrustingItsText() {
        HttpResponse<String> refused = upload(TABLE, WINNERS.replace("2.50", "<b>2.50"));

        assertThat(refused.statusCode()).isEqualTo(200);
        assertThat(refused.body())
                .contains(
                        "Something was refused", "winners.csv", "&quot;&lt;b&gt;2.50&quot; is not what the prize table")
                .doesNotContain("<b>2.50");
    }

    @Test
    void tellsWhyADrawIsNotPublished() {
        upload(TABLE, WINNERS);
        publish("7");

        assertThat(publish("7").statusCode()).isEqualTo(409);
        assertThat(publish("7").body()).contains("somebody published it already");
        assertThat(publish("8").statusCode()).isEqualTo(409);
        assertThat(publish("9").statusCode()).isEqualTo(404);
    }

    @Test
    void asksForAPrizeTable() {
        assertThat(clerk.upload(IMPORTS, IMPORTS, "prizeTable", "", "").statusCode())
                .isEqualTo(400);
        assertThat(clerk.upload(IMPORTS, IMPORTS).statusCode()).isEqualTo(400);
    }

    @Test
    void turnsUploadsAwayThatAreTooBigOrGoElsewhere() {
        assertThat(upload(TABLE, "x".repeat(20_000)).statusCode()).isEqualTo(413);
        assertThat(clerk.upload(IMPORTS, "/login", "username", "a", "b").statusCode())
                .isEqualTo(415);
    }

    /// Whoever read it would find that it is no upload at all, and answer otherwise.
    @Test
    void doesNotReadWhatStrangersUpload() throws Exception {
        HttpRequest garbage = HttpRequest.newBuilder(node.uri().resolve(IMPORTS))
                .header("Content-Type", "multipart/form-data")
                .POST(HttpRequest.BodyPublishers.ofString("x"))
                .build();

        assertThat(HttpClient.newHttpClient()
                        .send(garbage, HttpResponse.BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void knowsNoPeriodThatIsNoMonth() {
        assertThat(clerk.get("/admin/draws?period=202613").statusCode()).isEqualTo(404);
        assertThat(clerk.get("/admin/draws?period=x").statusCode()).isEqualTo(400);
    }

    @Test
    void letsNoSubscriberAndNoForgeryIn() {
        Visitor subscriber = node.signedIn("1");

        assertThat(subscriber.get(IMPORTS).statusCode()).isEqualTo(403);
        assertThat(subscriber.get(DRAWS).statusCode()).isEqualTo(403);
        assertThat(clerk.post(PUBLICATIONS, "", "drawNumber", "7").statusCode()).isEqualTo(403);
    }

    private HttpResponse<String> upload(String table, String winners) {
        return clerk.upload(
                IMPORTS, IMPORTS, "prizeTable", "table.csv", table, "winnersFiles", "../winners.csv", winners);
    }

    private HttpResponse<String> publish(String drawNumber) {
        return clerk.submit(IMPORTS, PUBLICATIONS, "drawNumber", drawNumber, "period", "202608");
    }
}
