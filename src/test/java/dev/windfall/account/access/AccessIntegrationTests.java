package dev.windfall.account.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.windfall.TestDatabase;
import dev.windfall.account.Node;
import dev.windfall.account.Visitor;
import java.net.http.HttpHeaders;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.session.SessionManagementFilter;

class AccessIntegrationTests {

    private static Node node;
    private static Visitor subscriber;
    private static Visitor staff;

    @BeforeAll
    static void start() {
        node = Node.on(TestDatabase.createUrl()).withAccounts();
        await().until(() -> node.visitor().get("/actuator/health/readiness").statusCode() == 200);
        subscriber = node.signedIn("1");
        staff = node.signedIn("clerk");
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/login",
                "/assets/windfall.css",
                "/assets/favicon.svg",
                "/draws",
                "/actuator/health/liveness",
                "/actuator/info",
                "/actuator/prometheus"
            })
    void showsPublicPagesToAnybody(String path) {
        assertThat(node.visitor().get(path).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "/prizes, /login?next=%2Fprizes",
        "/prizes/x?y=1, /login?next=%2Fprizes%2Fx%3Fy%3D1",
        "/admin, /login?next=%2Fadmin",
        "/admin/nothing, /login?next=%2Fadmin%2Fnothing",
        "/account, /login?next=%2Faccount",
        "/, /prizes"
    })
    void leadsStrangersToTheLoginPage(String path, String location) {
        var response = node.visitor().get(path);

        assertThat(response.statusCode()).isEqualTo(302);
        assertThat(response.headers().firstValue("Location")).contains(location);
    }

    @Test
    void verifiesTheCookieNoMoreThanOnceInAView() {
        assertThat(node.bean(SecurityFilterChain.class).getFilters())
                .isNotEmpty()
                .noneMatch(SessionManagementFilter.class::isInstance);
    }

    @Test
    void forgetsAddressesThatAreTooLongForTheWayOverTheLoginPage() {
        var response = node.visitor().get("/prizes?" + "=".repeat(5000));

        assertThat(response.statusCode()).isEqualTo(302);
        assertThat(response.headers().firstValue("Location")).contains("/login");
    }

    @Test
    void tellsPagesThatRenewAPartOfThemselvesToLoadAnew() {
        var response = node.visitor().with("HX-Request", "true").get("/admin");

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().firstValue("HX-Refresh")).contains("true");
    }

    @Test
    void tellsProgramsThatTheyAreNotSignedIn() {
        var response = node.visitor().get("/api/v1/prizes");

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().firstValue("WWW-Authenticate")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nothing",
                "/actuator",
                "/actuator/env",
                "/actuator/health",
                "/actuator/health/db",
                "/api/v2/prizes",
                "/templates/layout.html"
            })
    void knowsNothingElse(String path) {
        assertThat(node.visitor().get(path).statusCode()).isEqualTo(404);
        assertThat(subscriber.get(path).statusCode()).isEqualTo(404);
        assertThat(staff.get(path).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/admin", "/admin/accounts", "/admin/accounts/1", "/admin/accounts/99", "/admin/nothing"})
    void keepsSubscribersOutOfTheStaffsPagesWithoutAHint(String path) {
        assertThat(subscriber.get(path).statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/prizes", "/api/v1/prizes", "/prizes/nothing"})
    void keepsStaffOutOfThePrizesPages(String path) {
        assertThat(staff.get(path).statusCode()).isEqualTo(403);
    }

    @Test
    void leadsFromTheStartToWhereOneBelongs() {
        assertThat(subscriber.get("/").headers().firstValue("Location")).contains("/prizes");
        assertThat(staff.get("/").headers().firstValue("Location")).contains("/admin");
    }

    @Test
    void refusesFormsWithoutAToken() {
        assertThat(node.visitor().post("/login", "", "username", "1").statusCode())
                .isEqualTo(403);
        assertThat(subscriber.post("/logout", "").statusCode()).isEqualTo(403);
        assertThat(subscriber.post("/account/password", "").statusCode()).isEqualTo(403);
        assertThat(subscriber.post("/account/sign-outs", "").statusCode()).isEqualTo(403);
        assertThat(staff.post("/admin/accounts/1", "", "disabled", "true").statusCode())
                .isEqualTo(403);
        assertThat(staff.post("/account/sign-outs", "").statusCode()).isEqualTo(403);
        assertThat(staff.isSignedIn()).isTrue();
        assertThat(subscriber.isSignedIn()).isTrue();
    }

    @Test
    void refusesFormsWithAWrongToken() {
        assertThat(node.visitor().post("/login", "wrong", "username", "1").statusCode())
                .isEqualTo(403);
        assertThat(subscriber.post("/logout", "wrong").statusCode()).isEqualTo(403);
        assertThat(subscriber.post("/account/password", "wrong").statusCode()).isEqualTo(403);
        assertThat(subscriber.post("/account/sign-outs", "wrong").statusCode()).isEqualTo(403);
        assertThat(staff.post("/admin/accounts/1", "wrong").statusCode()).isEqualTo(403);
        assertThat(subscriber.isSignedIn()).isTrue();
    }

    @Test
    void refusesFormsWithAnothersToken() {
        var anothers = node.signedIn("2").formToken("/account");
        var anothersLogin = node.visitor().formToken("/login");
        var visitor = node.visitor();
        visitor.get("/login");

        assertThat(visitor.post("/login", anothersLogin, "username", "1").statusCode())
                .isEqualTo(403);
        assertThat(subscriber.post("/logout", anothers).statusCode()).isEqualTo(403);
        assertThat(subscriber.post("/account/password", anothers).statusCode()).isEqualTo(403);
        assertThat(subscriber.post("/account/sign-outs", anothers).statusCode()).isEqualTo(403);
        assertThat(staff.post("/admin/accounts/1", anothers, "disabled", "true").statusCode())
                .isEqualTo(403);
        assertThat(subscriber.isSignedIn()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/account/sign-outs", "/account/password"})
    void leadsToTheLoginPageWhoSendsAFormOfASessionThatHasEnded(String form) {
        var visitor = node.signedIn("3");
        var token = visitor.formToken("/account");
        var copy = node.visitor().withCookie("windfall-session", visitor.cookie("windfall-session"));
        visitor.signOut();

        var response = copy.post(form, token);

        assertThat(response.statusCode()).isEqualTo(302);
        assertThat(response.headers().firstValue("Location")).contains("/login");
    }

    @Test
    void refusesATokenThatWasPlantedTogetherWithItsCookie() {
        var attacker = node.visitor();
        var token = attacker.formToken("/login");
        var victim = node.signedIn("1").withCookie("windfall-form", attacker.cookie("windfall-form"));

        assertThat(victim.post("/logout", token).statusCode()).isEqualTo(403);
        assertThat(victim.isSignedIn()).isTrue();
    }

    @Test
    void setsTheHeadersThatKeepPagesSafe() {
        var headers = subscriber.get("/account").headers();

        assertThat(headers.firstValue("Content-Security-Policy"))
                .contains("default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
                        + "frame-ancestors 'none'; form-action 'self'");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("X-Frame-Options")).contains("DENY");
        assertThat(headers.firstValue("Referrer-Policy")).contains("same-origin");
        assertThat(headers.firstValue("Permissions-Policy")).isPresent();
        assertThat(headers.firstValue("Cross-Origin-Opener-Policy")).contains("same-origin");
        assertThat(headers.firstValue("Strict-Transport-Security"))
                .as("without TLS")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/account", "/prizes", "/login", "/draws", "/nothing", "/"})
    void keepsPagesOutOfSharedCaches(String path) {
        assertThat(cacheControl(subscriber.get(path).headers())).contains("private");
    }

    @Test
    void letsStyleSheetsBeCached() {
        assertThat(cacheControl(node.visitor().get("/assets/windfall.css").headers()))
                .doesNotContain("private", "no-store");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/account", "/login", "/nothing", "/draws"})
    void keepsNoSessionOnTheServer(String path) {
        List<String> cookies = subscriber.get(path).headers().allValues("Set-Cookie");

        assertThat(cookies).noneMatch(cookie -> cookie.startsWith("JSESSIONID"));
    }

    private static String cacheControl(HttpHeaders headers) {
        return headers.firstValue("Cache-Control").orElse("");
    }
}
