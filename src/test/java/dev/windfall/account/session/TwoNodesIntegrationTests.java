package dev.windfall.account.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windfall.TestDatabase;
import dev.windfall.account.Node;
import dev.windfall.account.Visitor;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/// Two nodes on one database. What ends on one has ended on the other as soon as that has asked.
class TwoNodesIntegrationTests {

    private static final String SESSION = HttpOnlyCookie.SESSION.name();
    private static final String NEW_PASSWORD = "staple in the harbour";

    private static Node here;
    private static Node there;

    @BeforeAll
    static void start() {
        String database = TestDatabase.createUrl();
        here = Node.on(database).withAccounts();
        there = Node.on(database);
    }

    @AfterAll
    static void stop() {
        there.close();
        here.close();
    }

    @Test
    void takeEachOthersCookies() {
        assertThat(here.signedIn("1").at(there).isSignedIn()).isTrue();
    }

    @Test
    void endASessionOnSignOut() {
        var owner = here.signedIn("1");
        var thief = there.visitor().withCookie(SESSION, owner.cookie(SESSION));
        assertThat(thief.isSignedIn()).isTrue();

        owner.signOut();
        poll(there);

        assertThat(thief.isSignedIn()).isFalse();
    }

    @Test
    void endAllOtherSessionsOnAChangeOfThePassword() {
        var owner = here.signedIn("2");
        var elsewhere = there.signedIn("2");

        assertThat(changePassword(owner)).isEqualTo("/account?changed");
        poll(there);

        assertThat(elsewhere.isSignedIn()).isFalse();
        assertThat(owner.isSignedIn()).isTrue();
        assertThat(owner.at(there).isSignedIn()).isTrue();
        assertThat(there.visitor().signIn("2", Node.PASSWORD).statusCode()).isEqualTo(401);
        assertThat(there.visitor().signIn("2", NEW_PASSWORD).statusCode()).isEqualTo(302);
    }

    @ParameterizedTest
    @ValueSource(strings = {"6", "clerk"})
    void endAllSessionsOfAnAccountOnASignOutEverywhere(String username) {
        var owner = here.signedIn(username);
        var beside = here.signedIn(username);
        var elsewhere = there.signedIn(username);
        var thief = there.visitor().withCookie(SESSION, owner.cookie(SESSION));
        assertThat(thief.isSignedIn()).isTrue();
        var copy = here.visitor().withCookie(SESSION, owner.cookie(SESSION));
        var stranger = there.signedIn("7");

        var response = signOutEverywhere(owner);

        assertThat(response.headers().firstValue("Location")).contains("/login?signed-out");
        assertThat(response.headers().firstValue("Clear-Site-Data")).contains("\"cache\"");
        assertThat(owner.cookie(SESSION)).isEmpty();
        assertThat(List.of(beside, copy)).as("on the node itself at once").noneMatch(Visitor::isSignedIn);
        poll(there);
        assertThat(List.of(elsewhere, thief)).noneMatch(Visitor::isSignedIn);
        assertThat(stranger.isSignedIn()).isTrue();
        assertThat(there.signedIn(username).isSignedIn()).isTrue();
    }

    @Test
    void endNothingOnASignOutEverywhereInASessionThatEndedElsewhere() {
        var late = there.signedIn("8");
        signOutEverywhere(here.signedIn("8"));
        var since = here.signedIn("8");

        var response = signOutEverywhere(late);

        assertThat(response.headers().firstValue("Location")).contains("/login");
        assertThat(late.cookie(SESSION)).isEmpty();
        poll(here);
        assertThat(since.isSignedIn()).isTrue();
    }

    @Test
    void endAllSessionsOfADisabledAccount() {
        var subscriber = there.signedIn("3");
        var alsoSubscriber = here.signedIn("3");

        setDisabled("3", true);
        assertThat(alsoSubscriber.isSignedIn()).as("on the node itself at once").isFalse();
        poll(there);

        assertThat(subscriber.isSignedIn()).isFalse();
        assertThat(there.visitor().signIn("3", Node.PASSWORD).statusCode()).isEqualTo(401);

        setDisabled("3", false);
        poll(there);
        assertThat(subscriber.isSignedIn())
                .as("the old session has ended for good")
                .isFalse();
        assertThat(there.signedIn("3").isSignedIn()).isTrue();
    }

    @Test
    void changeNoPasswordInASessionThatEndedElsewhere() {
        var subscriber = there.signedIn("4");
        setDisabled("4", true);
        setDisabled("4", false);

        assertThat(changePassword(subscriber)).isEqualTo("/login");
        assertThat(here.visitor().signIn("4", Node.PASSWORD).statusCode()).isEqualTo(302);
    }

    @Test
    void verifyWithTheOldKeyUntilItIsDeletedAndSignWithAYoungerOne() {
        var before = here.signedIn("5");

        here.bean(SessionRepository.class).addKey(SigningKey.of(2, new byte[32]));
        poll(here);
        poll(there);
        var after = here.signedIn("5");
        assertThat(before.at(there).isSignedIn()).isTrue();
        assertThat(after.at(there).isSignedIn()).isTrue();

        here.bean(JdbcClient.class).sql("delete from signing_keys where id = 1").update();
        poll(there);
        assertThat(before.isSignedIn()).isFalse();
        assertThat(after.isSignedIn()).isTrue();
    }

    @Test
    void pollOnAThreadOfTheirOwn() {
        var polling = here.bean("sessionScheduler", ThreadPoolTaskScheduler.class);

        assertThat(polling.getScheduledThreadPoolExecutor().getQueue())
                .as("both tasks of the sessions and no other")
                .hasSize(2);
        assertThat(here.bean("taskScheduler", TaskScheduler.class))
                .as("what schedules all other tasks")
                .isNotSameAs(polling);
    }

    private static String changePassword(Visitor visitor) {
        return visitor.submit(
                        "/account",
                        "/account/password",
                        "oldPassword",
                        Node.PASSWORD,
                        "newPassword",
                        NEW_PASSWORD,
                        "repeatedPassword",
                        NEW_PASSWORD)
                .headers()
                .firstValue("Location")
                .orElse("nowhere");
    }

    private static HttpResponse<String> signOutEverywhere(Visitor visitor) {
        return visitor.submit("/account", "/account/sign-outs");
    }

    private static void setDisabled(String number, boolean disabled) {
        var page = "/admin/accounts/" + number;
        var response = here.signedIn("clerk").submit(page, page, "disabled", Boolean.toString(disabled));
        assertThat(response.statusCode()).isEqualTo(302);
    }

    private static void poll(Node node) {
        node.bean(SessionPoll.class).poll();
    }
}
