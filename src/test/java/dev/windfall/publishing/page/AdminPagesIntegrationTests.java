package dev.windfall.publishing.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.windfall.TestDatabase;
import dev.windfall.account.Node;
import dev.windfall.account.SampleAccounts;
import dev.windfall.account.Visitor;
import dev.windfall.publishing.PublishingLab;
import dev.windfall.publishing.file.PrizeTable;
import dev.windfall.publishing.intake.DrawImport;
import dev.windfall.publishing.intake.ImportRequest;
import dev.windfall.publishing.intake.ImportRequest.Signature;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdminPagesIntegrationTests {

    private static final String IMPORTS = "/admin/imports";
    private static final String PUBLICATIONS = "/admin/publications";
    private static final String DRAWS = "/admin/draws?period=202608";
    private static final String TABLE =
            PublishingLab.TABLE_HEADER + "2026-08-20,7,Small,2.50,EUR,1\n2026-08-20,8,Small,2.50,EUR,1\n";
    private static final String WINNERS = PublishingLab.WINNERS_HEADER + "7,1,Small,2.50,EUR\n";

    private Node node;
    private Visitor clerk;
    private Visitor approver;

    @BeforeEach
    void signIn() {
        node = Node.at(
                        Instant.parse("2026-08-20T18:00:00Z"),
                        TestDatabase.createUrl(),
                        "spring.servlet.multipart.max-request-size=10KB")
                .withAccounts();
        node.bean(SampleAccounts.class).addStaff("approver", "Abe Approver", Node.PASSWORD);
        clerk = node.signedIn("clerk");
        approver = node.signedIn("approver");
    }

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void leadsAnImportToItsPublication() {
        String imported = importAndWait(TABLE, WINNERS);
        assertThat(imported).contains("Done: nothing was refused", "imported, one prize", "declared, its winners");
        assertThat(clerk.get(DRAWS).body()).contains(">7</a>", ">8</a>", "declared, its winners are to come");
        String draw = drawPage("7");

        confirmIfHeld(draw);
        assertThat(clerk.get(draw).body()).contains("You imported it").doesNotContain("/admin/approvals");
        assertThat(versionStep(clerk, draw, "/admin/approvals").statusCode()).isEqualTo(409);
        assertThat(publish("7").body()).contains("a second person has to approve it first");

        assertThat(versionStep(approver, draw, "/admin/approvals").statusCode()).isEqualTo(302);
        HttpResponse<String> published = publish("7");

        assertThat(published.statusCode()).isEqualTo(302);
        assertThat(published.headers().firstValue("Location")).contains(draw);
        assertThat(clerk.get(draw).body()).contains("Everybody sees it", "See which nodes show it");
        assertThat(node.signedIn("1").get("/prizes").body()).contains("€2.50");
    }

    @Test
    void approvesNothingThatNobodyLookedAt() {
        importAndWait(TABLE, WINNERS);
        String draw = drawPage("7");
        confirmIfHeld(draw);
        String seen = version(draw);
        importAndWait(TABLE, WINNERS.replace(",1,", ",2,"));

        HttpResponse<String> late = step(approver, draw, "/admin/approvals", "draw", id(draw), "version", seen);

        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("the draw was imported again since you looked at it");
        assertThat(publish("7").statusCode()).isEqualTo(409);
    }

    @Test
    void withdrawsAtOnceAndSaysSo() {
        publishDraw7();
        String draw = drawPage("7");

        assertThat(step(clerk, draw, "/admin/withdrawals", "drawNumber", "7", "reason", " ")
                        .statusCode())
                .isEqualTo(400);
        assertThat(step(clerk, draw, "/admin/withdrawals", "drawNumber", "7", "reason", "a wrong <amount>")
                        .statusCode())
                .isEqualTo(302);

        assertThat(clerk.get(draw).body()).contains("It was withdrawn", "a wrong &lt;amount&gt;");
        assertThat(node.visitor().get("/draws").body()).contains("withdrawn");
        assertThat(node.signedIn("1").get("/prizes").body())
                .contains("withdrawn", "No draw of the last three months is published yet")
                .doesNotContain("€2.50", "No prize");
        assertThat(clerk.get("/admin/audit").body())
                .contains("a wrong &lt;amount&gt;", "withdrew", "are as they were written");
    }

    @Test
    void showsWhatIsPublishedThoughAnEarlierVersionWasWithdrawnAfterItsImport(@TempDir Path folder) throws Exception {
        publishDraw7();
        String draw = drawPage("7");
        node.bean(DrawImport.class)
                .run(new ImportRequest(
                        Files.writeString(folder.resolve("table.csv"), TABLE),
                        PrizeTable.Selection.ALL,
                        List.of(Files.writeString(folder.resolve("winners.csv"), WINNERS)),
                        new Signature("clerk", Optional.of("a wrong subscriber"), Optional.empty())));
        confirmIfHeld(draw);
        approve(draw);
        step(clerk, draw, "/admin/withdrawals", "drawNumber", "7", "reason", "at once");
        assertThat(clerk.get(draw).body()).contains("Approved by approver");

        assertThat(publish("7").statusCode()).isEqualTo(302);

        assertThat(clerk.get(draw).body()).contains("Everybody sees it", "/admin/withdrawals");
        assertThat(clerk.get(DRAWS).body())
                .containsPattern("(?s)>7</a>.{0,400}published")
                .doesNotContain("withdrawn");
    }

    @Test
    void showsTheApproverWhatTheChecksFound() {
        importAndWait(TABLE.replace("EUR,1\n", "EUR,7\n"), WINNERS + "7,1,Small,2.50,EUR\n".repeat(6));
        String draw = drawPage("7");
        confirmIfHeld(draw);

        assertThat(approver.get(draw).body())
                .contains("/admin/approvals", "all 7 prizes go to subscriber 1", "it is one");
    }

    @Test
    void discardsADrawDeclaredByMistake() {
        importAndWait(TABLE, WINNERS);
        String draw = drawPage("8");

        HttpResponse<String> discarded = versionStep(clerk, draw, "/admin/discards");

        assertThat(discarded.headers().firstValue("Location")).contains("/admin/draws");
        assertThat(clerk.get(draw).statusCode()).isEqualTo(404);
        assertThat(clerk.get(DRAWS).body()).contains(">7</a>").doesNotContain(">8</a>");
    }

    @Test
    void namesWhatIsRefusedWithoutTrustingItsText() {
        String refused = importAndWait(TABLE, WINNERS.replace("2.50", "<b>2.50"));

        assertThat(refused)
                .contains(
                        "Something was refused", "winners.csv", "&quot;&lt;b&gt;2.50&quot; is not what the prize table")
                .doesNotContain("<b>2.50");
    }

    @Test
    void tellsWhyADrawIsNotPublished() {
        publishDraw7();

        assertThat(publish("7").statusCode()).isEqualTo(409);
        assertThat(publish("7").body()).contains("somebody published it already");
        assertThat(publish("8").statusCode()).isEqualTo(409);
        assertThat(publish("9").statusCode()).isEqualTo(404);
        assertThat(clerk.get("/admin/draws/999").statusCode()).isEqualTo(404);
        assertThat(clerk.get("/admin/imports/999").statusCode()).isEqualTo(404);
    }

    @Test
    void exportsTheAuditTrail() {
        publishDraw7();

        assertThat(clerk.get("/admin/audit.csv").body().lines())
                .hasSizeGreaterThan(3)
                .first()
                .isEqualTo("id,at,actor,action,draw_number,draw_version,details,previous_hash,hash");
        assertThat(clerk.get("/admin/audit.ndjson").body().lines())
                .last()
                .asString()
                .contains("\"actor\":\"clerk\",\"action\":\"PUBLISHED\",\"draw_number\":\"7\"");
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

    private String importAndWait(String table, String winners) {
        HttpResponse<String> started = upload(table, winners);
        assertThat(started.statusCode()).isEqualTo(302);
        String page = started.headers().firstValue("Location").orElseThrow();
        return await().until(() -> clerk.get(page).body(), body -> !body.contains("Under way"));
    }

    private void publishDraw7() {
        importAndWait(TABLE, WINNERS);
        String draw = drawPage("7");
        confirmIfHeld(draw);
        approve(draw);
        assertThat(publish("7").statusCode()).isEqualTo(302);
    }

    private void approve(String draw) {
        assertThat(versionStep(approver, draw, "/admin/approvals").statusCode()).isEqualTo(302);
    }

    private String drawPage(String number) {
        return clerk.get("/admin/draws/by-number?number=" + number)
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }

    /// So few winners with such low numbers look like a test.
    private void confirmIfHeld(String draw) {
        if (clerk.get(draw).body().contains("/admin/confirmations")) {
            assertThat(versionStep(clerk, draw, "/admin/confirmations", "text", "it is one")
                            .statusCode())
                    .isEqualTo(302);
        }
    }

    private String version(String draw) {
        Matcher version = Pattern.compile("name=\"version\" value=\"(\\d+)\"")
                .matcher(clerk.get(draw).body());
        assertThat(version.find()).isTrue();
        return version.group(1);
    }

    private HttpResponse<String> versionStep(Visitor staff, String draw, String path, String... fields) {
        return step(
                staff,
                draw,
                path,
                Stream.concat(Stream.of("draw", id(draw), "version", version(draw)), Stream.of(fields))
                        .toArray(String[]::new));
    }

    private static String id(String draw) {
        return draw.substring(draw.lastIndexOf('/') + 1);
    }

    private static HttpResponse<String> step(Visitor staff, String draw, String path, String... fields) {
        return staff.submit(draw, path, fields);
    }

    private HttpResponse<String> publish(String drawNumber) {
        return clerk.submit(IMPORTS, PUBLICATIONS, "drawNumber", drawNumber);
    }
}
