package dev.windfall.account.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windfall.TestDatabase;
import dev.windfall.account.Node;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignInIntegrationTests {

    private static final String SESSION = "windfall-session";

    private static Node node;

    @BeforeAll
    static void start() {
        node = Node.on(TestDatabase.createUrl(), "windfall.account.attempts.per-address=1000")
                .withAccounts();
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @ParameterizedTest
    @CsvSource({"1, /prizes", "007, /prizes", "clerk, /admin", "' Clerk ', /admin"})
    void leadsToTheStartPageOfTheAccount(String username, String page) {
        var response = node.visitor().signIn(username, Node.PASSWORD);

        assertThat(response.statusCode()).isEqualTo(302);
        assertThat(location(response)).isEqualTo(page);
    }

    @Test
    void keepsTheNumberOfWhoMistypedThePassword() {
        assertThat(node.visitor().signIn("42", "mistyped").body())
                .containsPattern("<input id=\"username\"[^>]*value=\"42\"")
                .doesNotContain("mistyped");
    }

    @Test
    void showsWhoIsSignedIn() {
        assertThat(node.signedIn("2").get("/account").body()).contains("Subscriber 2", "Sign out");
    }

    @Test
    void endsTheSessionWhoseCookieIsOverwritten() {
        var visitor = node.signedIn("2");
        var copy = node.visitor().withCookie(SESSION, visitor.cookie(SESSION));

        var response = visitor.submit("/account", "/login", "username", "3", "password", Node.PASSWORD);

        assertThat(location(response)).isEqualTo("/prizes");
        assertThat(visitor.get("/account").body()).contains("Subscriber 3");
        assertThat(copy.isSignedIn()).isFalse();
    }

    @Test
    void setsACookieThatNoScriptReadsAndNoOtherSitesFormIsSentWith() {
        var response = node.visitor().signIn("2", Node.PASSWORD);

        assertThat(setCookie(response, SESSION))
                .contains("; Path=/", "; HttpOnly", "; SameSite=Lax", "; Max-Age=43200")
                .doesNotContain("Secure");
    }

    @Test
    void bindsTheCookieToThisHostAndToTlsBehindAProxyThatSpeaksIt() {
        var visitor = node.visitor().with("X-Forwarded-Proto", "https");
        var response = visitor.signIn("2", Node.PASSWORD);

        assertThat(setCookie(response, "__Host-" + SESSION)).contains("; Secure");
        assertThat(visitor.get("/account").headers().firstValue("Strict-Transport-Security"))
                .isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "2, wrong",
        "99, correct horse battery",
        "nobody, correct horse battery",
        "99999999999, wrong",
        "-1, wrong"
    })
    void givesOneAnswerToWrongPasswordsAndUnknownNames(String username, String password) {
        var response = node.visitor().signIn(username, password);

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.body()).contains("don&#39;t fit together");
        assertThat(response.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith(SESSION));
    }

    @ParameterizedTest
    @CsvSource({"'', ''", "2, ''", "'', x"})
    void refusesWhatIsMissing(String username, String password) {
        assertThat(node.visitor().signIn(username, password).statusCode()).isEqualTo(400);
    }

    @Test
    void refusesOverlongInput() {
        assertThat(node.visitor().signIn("2".repeat(41), "x").statusCode()).isEqualTo(400);
        assertThat(node.visitor().signIn("2", "x".repeat(257)).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/prizes?period=202611", "/account", "/draws/17"})
    void goesBackToThePageThatWasAskedFor(String page) {
        assertThat(location(signInFor(page))).isEqualTo(page);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/prizes",
                "//evil.example",
                "/\\evil.example",
                "/prizes/../login",
                "/prizes\r\nX: y",
                "/prizes.evil.example",
                "/logout",
                "/admin",
                "javascript:alert(1)"
            })
    void goesNowhereElse(String page) {
        assertThat(location(signInFor(page))).isEqualTo("/prizes");
    }

    @Test
    void asksWhoIsSignedInAlreadyForNothing() {
        assertThat(location(node.signedIn("2").get("/login"))).isEqualTo("/prizes");
    }

    @Test
    void endsTheSessionEvenForACookieThatWasStolen() {
        var owner = node.signedIn("2");
        var thief = node.visitor().withCookie(SESSION, owner.cookie(SESSION));
        assertThat(thief.isSignedIn()).isTrue();

        var response = owner.signOut();

        assertThat(location(response)).isEqualTo("/login?signed-out");
        assertThat(response.headers().firstValue("Clear-Site-Data")).contains("\"cache\"");
        assertThat(owner.cookie(SESSION)).isEmpty();
        assertThat(thief.isSignedIn()).isFalse();
    }

    @Test
    void saysThatOneIsSignedOut() {
        assertThat(node.visitor().get("/login?signed-out").body()).contains("You are signed out");
    }

    @Test
    void keepsOtherSessionsOfTheAccountOnSignOut() {
        var one = node.signedIn("2");
        var other = node.signedIn("2");

        one.signOut();

        assertThat(other.isSignedIn()).isTrue();
    }

    @Test
    void endsTheSessionAfterItsLifetime() {
        try (var later = Node.on(TestDatabase.createUrl()).withAccounts()) {
            var visitor = later.signedIn("2");
            later.clock().advance(Duration.ofHours(12).minusSeconds(2));
            assertThat(visitor.isSignedIn()).isTrue();

            later.clock().advance(Duration.ofSeconds(2));

            assertThat(visitor.isSignedIn()).isFalse();
        }
    }

    @Test
    void throttlesGuessesYetLetsTheOwnerInFromAKnownDevice() {
        var owner = node.signedIn("8");
        owner.signOut();
        var attacker = node.visitor();
        for (int i = 0; i < 10; i++) {
            assertThat(attacker.signIn("8", "guess " + i).statusCode()).isEqualTo(401);
        }

        var response = attacker.signIn("8", Node.PASSWORD);

        assertThat(response.statusCode()).isEqualTo(429);
        assertThat(response.headers().firstValueAsLong("Retry-After")).hasValue(91);
        assertThat(response.body()).contains("too many attempts");
        assertThat(location(owner.signIn("8", Node.PASSWORD))).isEqualTo("/prizes");
    }

    private static HttpResponse<String> signInFor(String page) {
        return node.visitor().submit("/login", "/login", "username", "2", "password", Node.PASSWORD, "next", page);
    }

    private static String setCookie(HttpResponse<String> response, String name) {
        List<String> cookies = response.headers().allValues("Set-Cookie");
        return cookies.stream()
                .filter(cookie -> cookie.startsWith(name + "="))
                .findFirst()
                .orElseThrow();
    }

    private static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElse("nowhere, " + response.statusCode());
    }
}
