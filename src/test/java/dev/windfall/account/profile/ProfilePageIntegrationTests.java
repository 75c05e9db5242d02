package dev.windfall.account.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windfall.TestDatabase;
import dev.windfall.account.Account;
import dev.windfall.account.Node;
import dev.windfall.account.SignedIn;
import dev.windfall.account.SubscriptionTerm;
import dev.windfall.account.Visitor;
import dev.windfall.account.session.Sessions;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.YearMonth;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The last hours of August 2026 by UTC, while September has begun in Amsterdam.
class ProfilePageIntegrationTests {

    private static Node node;

    @BeforeAll
    static void start() {
        node = Node.at(Instant.parse("2026-08-31T22:10:00Z"), TestDatabase.createUrl())
                .withAccounts();
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @ParameterizedTest
    @CsvSource({
        "en, You take part through May 2027.",
        "nl, U doet mee tot en met mei 2027.",
        "de, Sie nehmen bis einschließlich Mai 2027 teil.",
        "fr, Vous participez jusqu&#39;à fin mai 2027.",
        "pl, Udział w losowaniach trwa do końca maja 2027 r.",
        "pt-BR, 'Você participa até maio de 2027, inclusive.'"
    })
    void tellsASubscriberInEachLanguageHowLongHeTakesPart(String language, String text) {
        Visitor visitor = node.visitor().with("Accept-Language", language);
        visitor.signIn("1", Node.PASSWORD);

        assertThat(visitor.get("/account").body()).contains(text);
    }

    @Test
    void countsMonthsByTheLotterysTimeZone() {
        assertThat(pageWith(new SubscriptionTerm.Through(YearMonth.of(2026, 9))))
                .contains("You take part through September 2026.");
        assertThat(pageWith(new SubscriptionTerm.Through(YearMonth.of(2026, 8))))
                .contains("Your subscription ended with August 2026.")
                .doesNotContain("You take part");
    }

    @Test
    void isFoundUnderTheAddressThatARefusedChangeLeavesBehind() {
        assertThat(node.signedIn("1").get("/account/password"))
                .returns(302, HttpResponse::statusCode)
                .satisfies(answer ->
                        assertThat(answer.headers().firstValue("Location")).contains("/account"));
    }

    @Test
    void saysThatNoSubscriptionIsOnRecord() {
        node.bean(JdbcClient.class)
                .sql("delete from subscriptions where subscriber_id = 2")
                .update();

        assertThat(node.signedIn("2").get("/account").body()).contains("We have no subscription of yours on record.");
    }

    @Test
    void doesNotTakeACookieThatSaysNothingForNoSubscription() {
        assertThat(pageWith(new SubscriptionTerm.Unknown()))
                .contains("Please sign out and in again to see how long you take part.")
                .doesNotContain("no subscription");
    }

    @Test
    void knowsHowLongASubscriberTakesPartAfterAChangeOfThePasswordToo() {
        Visitor visitor = node.signedIn("3");
        String changed = "staple in the harbour";

        visitor.submit(
                "/account",
                "/account/password",
                "oldPassword",
                Node.PASSWORD,
                "newPassword",
                changed,
                "repeatedPassword",
                changed);

        assertThat(visitor.get("/account?changed").body())
                .contains("The password is changed.", "You take part through May 2027.");
    }

    @Test
    void saysNothingOfSubscriptionsToStaff() {
        assertThat(node.signedIn("clerk").get("/account").body()).doesNotContain("subscription");
    }

    @Test
    void offersEachLanguageAndLeadsBack() {
        Visitor visitor = node.signedIn("4");
        assertThat(languageSection(visitor)).contains("value=\"/account\"", "aria-current=\"true\">English<");

        var chosen = visitor.post("/language", "", "language", "pl", "page", "/account");

        assertThat(chosen.headers().firstValue("Location")).contains("/account");
        assertThat(languageSection(visitor)).contains("Język", "aria-current=\"true\">Polski<", ">English<");
    }

    private static String languageSection(Visitor visitor) {
        String page = visitor.get("/account").body();
        int start = page.indexOf("aria-labelledby=\"language\"");
        return page.substring(start, page.indexOf("</section>", start));
    }

    @Test
    void offersNoLanguageToStaff() {
        assertThat(node.signedIn("clerk").get("/account").body()).doesNotContain("Nederlands");
    }

    private static String pageWith(SubscriptionTerm term) {
        var sessions = node.bean(Sessions.class);
        var account = new Account(new SignedIn.Subscriber(9, "Subscriber 9", term), "", false, false, 1);
        return node.visitor()
                .withCookie("windfall-session", sessions.toCookie(sessions.begin(account)))
                .get("/account")
                .body();
    }
}
