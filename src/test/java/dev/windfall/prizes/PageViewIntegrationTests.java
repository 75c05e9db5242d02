package dev.windfall.prizes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.windfall.DatabaseGate;
import dev.windfall.TestDatabase;
import dev.windfall.TestDraws;
import dev.windfall.account.Node;
import dev.windfall.account.Visitor;
import dev.windfall.refresh.RefreshHistory;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/// Two nodes on one database. Subscriber 1 has won, subscriber 2 too, subscriber 3 has not.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageViewIntegrationTests {

    private final DatabaseGate gate = DatabaseGate.open(TestDatabase.createUrl());
    private Node node;
    private Node other;

    @BeforeAll
    void publishDraws(@TempDir Path folder) {
        node = start().withAccounts();
        TestDraws.publish(node, folder, "41", "2026-10-03", 2, 2);
        TestDraws.publish(node, folder, "42", "2026-11-07", 1);
        TestDraws.declare(node, folder, "43", "2026-11-14");
        other = start();
        node.bean(Snapshots.class).refresh();
        other.bean(Snapshots.class).refresh();
    }

    @AfterAll
    void stop() throws IOException {
        node.close();
        other.close();
        gate.close();
    }

    @Test
    void asksTheDatabaseNothingOnAnyNode() {
        long beforeSignIn = gate.askedBytes();
        Visitor visitor = node.signedIn("1");
        Visitor staff = node.signedIn("clerk");
        assertThat(gate.askedBytes()).as("signing in does ask").isGreaterThan(beforeSignIn);

        awaitQuiet();
        long before = gate.askedBytes();
        for (Node answering : List.of(node, other)) {
            for (String page : List.of("/prizes", "/api/v1/prizes", "/draws", "/draws/1", "/account")) {
                assertThat(visitor.at(answering).get(page).statusCode())
                        .as(page)
                        .isEqualTo(200);
            }
            assertThat(staff.at(answering).get("/admin").statusCode()).isEqualTo(200);
        }

        assertThat(gate.askedBytes() - before).as("bytes sent to the database").isZero();
    }

    @Test
    void showsEachSubscriberHisOwnPrizesOnly() {
        String first = node.signedIn("1").get("/prizes").body();
        String second = node.signedIn("2").get("/prizes").body();
        String third = node.signedIn("3").get("/prizes").body();

        assertThat(first).contains("€5.00", "worth €49.00").doesNotContain("€10.00");
        assertThat(second).contains("€10.00", "worth €49.00");
        assertThat(third).contains("No prize so far. One draw").doesNotContain("€");
    }

    @Test
    void saysThatADrawIsNotPublishedYet() {
        assertThat(node.signedIn("3").get("/prizes").body())
                .contains("The results of this draw are not published yet.", "Complete through draw 42");
        assertThat(node.visitor().get("/draws/3").body()).contains("not published yet");
    }

    @Test
    void answersTheApiAsItIsSpecified() {
        var answer = JsonMapper.builder()
                .build()
                .readTree(node.signedIn("1").get("/api/v1/prizes").body());

        assertThat(answer).isEqualTo(JsonMapper.builder().build().readTree("""
                        {"dataVersion": %d,
                         "completeThrough": {"drawNo": "42", "date": "2026-11-07"},
                         "periods": [
                           {"id": 202611, "draws": [
                             {"drawNo": "42", "date": "2026-11-07", "prizes": [
                               {"tier": "Small prize", "amount": "5.00", "currency": "EUR"},
                               {"tier": "Gift hamper", "amount": "49.00", "currency": "EUR", "item": "Gift hamper"}]}]},
                           {"id": 202610, "draws": [
                             {"drawNo": "41", "date": "2026-10-03", "prizes": []}]}]}
                        """.formatted(
                        node.bean(Snapshots.class).current().dataVersion())));
    }

    @Test
    void asksStrangersToSignIn() {
        assertThat(node.visitor().get("/prizes"))
                .returns(302, HttpResponse::statusCode)
                .satisfies(answer -> assertThat(answer.headers().firstValue("Location"))
                        .hasValueSatisfying(location -> assertThat(location).startsWith("/login")));
        assertThat(node.visitor().get("/api/v1/prizes"))
                .returns(401, HttpResponse::statusCode)
                .satisfies(PageViewIntegrationTests::isProblem)
                .satisfies(answer -> assertThat(answer.body()).contains("\"instance\":\"/api/v1/prizes\""));
    }

    @Test
    void tellsWhatWasDoneOnlyToWhomDidIt() {
        Visitor visitor = node.signedIn("4");
        assertThat(visitor.get("/account").body()).doesNotContain("The password is changed");
        assertThat(visitor.get("/account?changed").body()).contains("The password is changed");

        visitor.signOut();
        assertThat(visitor.get("/login").body()).doesNotContain("You are signed out");
        assertThat(visitor.get("/login?signed-out").body()).contains("You are signed out");
    }

    @Test
    void keepsStaffAndSubscribersApart() {
        assertThat(node.signedIn("clerk").get("/prizes").statusCode()).isEqualTo(403);
        assertThat(node.signedIn("clerk").get("/api/v1/prizes").statusCode()).isEqualTo(403);
        assertThat(node.signedIn("1").get("/admin").statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/draws/4711", "/draws/0", "/draws/-1", "/nothing", "/api/v1/nothing", "/api/v1/draws/4711"})
    void findsNothingUnderUnknownAddresses(String path) {
        assertThat(node.visitor().get(path).statusCode()).isEqualTo(404);
        assertThat(node.signedIn("1").get(path).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/draws/abc", "/draws/99999999999999999999", "/draws/1%00", "/draws/..;/admin"})
    void refusesMalformedAddresses(String path) {
        assertThat(node.visitor().get(path))
                .satisfies(answer -> assertThat(answer.statusCode()).isIn(400, 404))
                .satisfies(PageViewIntegrationTests::tellsNothingInternal);
    }

    @Test
    void refusesRequestsThatAreTooLarge() {
        assertThat(node.visitor().with("X-Large", "a".repeat(100_000)).get("/draws"))
                .satisfies(answer -> assertThat(answer.statusCode()).isIn(400, 431))
                .satisfies(PageViewIntegrationTests::isProblem);
        assertThat(node.visitor().submit("/login", "/login", "username", "a".repeat(5_000_000), "password", "x"))
                .satisfies(answer -> assertThat(answer.statusCode()).isIn(400, 413))
                .satisfies(PageViewIntegrationTests::tellsNothingInternal);
    }

    @Test
    void refusesMethodsThatAPageDoesNotHave() {
        Visitor visitor = node.signedIn("1");

        assertThat(visitor.submit("/account", "/prizes").statusCode()).isEqualTo(405);
    }

    @Test
    void sendsAStrictContentSecurityPolicyAndKeepsPersonalPagesOutOfSharedCaches() {
        var headers = node.signedIn("1").get("/prizes").headers();

        assertThat(headers.firstValue("Content-Security-Policy"))
                .contains("default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
                        + "frame-ancestors 'none'; form-action 'self'");
        assertThat(headers.firstValue("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).contains("private"));
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
    }

    @Test
    void sendsAScriptToStaffOnly() {
        var script = Pattern.compile("<script defer src=\"([^\"]+)\"")
                .matcher(node.signedIn("clerk").get("/admin").body());

        assertThat(script.find()).isTrue();
        assertThat(node.visitor().get(script.group(1)).headers().firstValue("Content-Type"))
                .contains("text/javascript");
        assertThat(node.signedIn("1").get("/prizes").body()).doesNotContain("<script");
        assertThat(node.visitor().get("/draws").body()).doesNotContain("<script");
    }

    @Test
    void refreshesWhenStaffAskForIt() {
        Visitor staff = node.signedIn("clerk");

        var answer = staff.submit("/admin", "/admin/refreshes");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(node.bean(RefreshHistory.class).last()).isNotEmpty();
        assertThat(staff.get("/admin").body()).contains("asked for by staff");
    }

    @Test
    void refusesARefreshWithoutItsFormsToken() {
        assertThat(node.signedIn("clerk").post("/admin/refreshes", "").statusCode())
                .isEqualTo(403);
    }

    /// What other tests did has been heard of by both nodes, and they have looked.
    private void awaitQuiet() {
        var asked = new AtomicLong();
        await().during(Duration.ofMillis(500))
                .atMost(Duration.ofSeconds(30))
                .until(() -> asked.getAndSet(gate.askedBytes()) == gate.askedBytes());
    }

    private Node start() {
        return Node.on(
                gate.url(),
                "windfall.refresh.interval=1h",
                "spring.datasource.hikari.minimum-idle=0",
                "spring.datasource.hikari.idle-timeout=%d"
                        .formatted(Duration.ofMinutes(10).toMillis()),
                "spring.datasource.hikari.keepalive-time=0");
    }

    private static void isProblem(HttpResponse<String> answer) {
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        tellsNothingInternal(answer);
    }

    private static void tellsNothingInternal(HttpResponse<String> answer) {
        assertThat(answer.body()).doesNotContain("Exception", "\tat ", "dev.windfall", "org.apache", "Tomcat");
    }
}
