package dev.windfall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.windfall.account.Node;
import dev.windfall.account.Visitor;
import dev.windfall.language.Language;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// All pages, the style sheet and the icon, as the W3C's checker sees them. Subscriber 1 has won, subscriber 3 has
/// not.
class PagesValidIntegrationTests {

    /// What each visitor looks at; a page that is added to the portal belongs here.
    private static final List<String> EVERYBODYS = List.of(
            "/login",
            "/login?signed-out",
            "/draws",
            "/draws/1",
            "/draws/3",
            "/draws/months",
            "/draws/months/202607",
            "/unsubscribe/00000000-0000-4000-8000-000000000000");
    private static final List<String> SUBSCRIBERS =
            List.of("/prizes", "/prizes/months", "/prizes/months/202607", "/account", "/account/mail", "/draws");
    private static final List<String> STAFFS = List.of(
            "/account",
            "/admin",
            "/admin/dashboard",
            "/admin/draws",
            "/admin/draws?period=202610",
            "/admin/draws/1",
            "/admin/draws/3",
            "/admin/imports",
            "/admin/shipments",
            "/admin/accounts",
            "/admin/accounts/1",
            "/admin/audit");

    private static final String TABLE = """
            draw_date,draw_no,tier,prize_amount,currency,winners_count
            2026-11-18,44,Small prize,5.00,EUR,1
            2026-11-19,45,Small prize,5.00,EUR,1
            """;
    private static final String WINNERS = """
            draw_no,subscriber_id,tier,amount,currency
            44,1,Small prize,5.00,EUR
            """;
    private static final String WRONG_WINNERS = WINNERS.replace("44,1", "45,1").replace("5.00", "<b>");

    /// Where a narrow window makes blocks of a table's rows, roles give back to them what some browsers take from
    /// them then. The rules forbid such roles so far (w3c/html-aria#258).
    private static final String ROLES_OF_TABLES = "The .(table|rowgroup|row|rowheader|columnheader|cell). role is"
            + " unnecessary for element .*|The .role. attribute must not be used on a .(tr|th|td). element .*";

    /// Container queries (CSS Containment 3), which the checker does not know yet and all browsers do since 2023: large
    /// text takes the room of columns as a narrow window does.
    private static final String CONTAINERS =
            "CSS: .container-type.: Property .container-type. doesn.t exist.|CSS: Unrecognized at-rule .@container.";

    private final Path checker = Requirement.nodePackage("vnu-jar/build/dist/vnu.jar");
    private final Node node = Node.at(
                    Instant.parse("2026-11-21T12:00:00Z"),
                    TestDatabase.createUrl(),
                    "windfall.delivery.code-service=http://127.0.0.1:1",
                    "windfall.delivery.carriers.swift.secrets=whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                    "windfall.delivery.poll-interval=100ms",
                    "windfall.notices.from=lottery@windfall.example",
                    "windfall.notices.site=https://windfall.example",
                    // nobody's mail server
                    "spring.mail.port=9")
            .withAccounts();

    @TempDir
    Path folder;

    private int seen;

    @BeforeEach
    void publishDraws(@TempDir Path files) {
        TestDraws.publish(node, files, "41", "2026-10-03", 2, 2);
        TestDraws.publish(node, files, "42", "2026-11-07", 1);
        TestDraws.declare(node, files, "43", "2026-11-14");
        TestDraws.publish(node, files, "40", "2026-07-04", 1);
    }

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void haveNoFault() throws Exception {
        Visitor clerk = signedIn("clerk");
        handOverAHamper(clerk);
        for (Language language : Language.values()) {
            look("stranger", visitor().with("Accept-Language", language.tag()), EVERYBODYS);
            look("winner", signedIn("1").with("Accept-Language", language.tag()), SUBSCRIBERS);
        }
        look("loser", signedIn("3"), SUBSCRIBERS);
        lookAtRefusals();
        importDraws(clerk);
        look("clerk", clerk, STAFFS);
        lookAtAssets();

        assertThat(faults()).isEmpty();
    }

    private void handOverAHamper(Visitor clerk) throws IOException {
        String shipments = "/admin/shipments";
        String header = "draw_no,subscriber_id,tier,carrier,tracking_number\n";
        look(
                "no-handover",
                400,
                clerk.upload(shipments, shipments, "file", "wrong.csv", header + "42,9,Gift hamper,swift,T1\n"));
        clerk.upload(shipments, shipments, "file", "right.csv", header + "42,1,Gift hamper,swift,T1\n");
        Visitor winner = signedIn("1");
        await().until(() -> winner.get("/prizes").body().contains("Handed over to SWIFT"));
    }

    private void lookAtAssets() throws IOException {
        for (String asset : List.of("windfall.css", "favicon.svg")) {
            HttpResponse<String> answer = visitor().get("/assets/" + asset);
            assertThat(answer.statusCode()).isEqualTo(200);
            save(asset, answer);
        }
    }

    private void lookAtRefusals() throws IOException {
        Visitor subscriber = signedIn("3");
        look("nothing", 404, visitor().get("/draws/999"));
        look("forbidden", 403, subscriber.get("/admin"));
        look("wrong-sign-in", 401, visitor().signIn("1", "wrong"));
        look("wrong-password", 400, subscriber.submit("/account", "/account/password", "oldPassword", "wrong"));
        look("no-address", 400, subscriber.submit("/account/mail", "/account/mail/address", "address", "<nobody>"));
        subscriber.submit("/account/mail", "/account/mail/address", "address", "nobody@reader.example");
        look("wrong-code", 400, subscriber.submit("/account/mail", "/account/mail/code", "code", "1"));
    }

    /// Leaves a draw that the checks hold, and a report that refuses another.
    private void importDraws(Visitor clerk) throws IOException {
        String imports = "/admin/imports";
        look("no-import", 400, clerk.upload(imports, imports));
        String report = location(clerk.upload(
                imports,
                imports,
                "prizeTable",
                "table.csv",
                TABLE,
                "winnersFiles",
                "44.csv",
                WINNERS,
                "winnersFiles",
                "45.csv",
                WRONG_WINNERS));
        await().until(() -> !clerk.get(report).body().contains("Under way"));
        look("report", 200, clerk.get(report));
        look("held", 200, clerk.get(location(clerk.get("/admin/draws/by-number?number=44"))));
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private Visitor visitor() {
        return node.visitor().with("Accept", "text/html");
    }

    private Visitor signedIn(String username) {
        return node.signedIn(username).with("Accept", "text/html");
    }

    private void look(String who, Visitor visitor, List<String> paths) throws IOException {
        for (String path : paths) {
            look(who + path, 200, visitor.get(path));
        }
    }

    private void look(String what, int status, HttpResponse<String> page) throws IOException {
        assertThat(page.statusCode()).as(what).isEqualTo(status);
        save("%03d-%s.html".formatted(seen++, what.replaceAll("\\W", "-")), page);
    }

    private void save(String name, HttpResponse<String> response) throws IOException {
        Files.writeString(folder.resolve(name), response.body());
    }

    /// Errors and warnings, each with the file, the line and the text around it.
    private List<String> faults() throws Exception {
        String said = Command.run(
                Map.of(),
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                checker.toString(),
                "--format",
                "json",
                "--stdout",
                "--exit-zero-always",
                "--skip-info-messages",
                "--filterpattern",
                ROLES_OF_TABLES + "|" + CONTAINERS,
                "--also-check-css",
                "--also-check-svg",
                folder.toString());
        // a JVM may say first which options it picked up
        JsonNode report = new JsonMapper().readTree(said.substring(said.indexOf('{')));
        return report.get("messages").valueStream().map(this::fault).toList();
    }

    private String fault(JsonNode message) {
        return "%s:%s: %s [%s]"
                .formatted(
                        message.path("url").asString().replaceFirst(".*/", ""),
                        message.path("lastLine").asString(),
                        message.path("message").asString(),
                        message.path("extract").asString());
    }
}
