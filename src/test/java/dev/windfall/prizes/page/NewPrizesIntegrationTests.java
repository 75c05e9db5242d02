package dev.windfall.prizes.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windfall.TestDatabase;
import dev.windfall.TestDraws;
import dev.windfall.account.Node;
import dev.windfall.account.Visitor;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewPrizesIntegrationTests {

    private static final String BADGE = "class=\"badge\"";

    private final Node node = Node.at(Instant.parse("2026-11-21T12:00:00Z"), TestDatabase.createUrl())
            .withAccounts();

    @TempDir
    private Path folder;

    @BeforeEach
    void publish() {
        TestDraws.publish(node, folder, "41", "2026-11-07", 1);
    }

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void marksWhatWasPublishedSinceTheLastVisit() {
        Visitor subscriber = node.signedIn("1");
        assertThat(subscriber.get("/prizes").body()).doesNotContain(BADGE, "since your last visit");

        TestDraws.publish(node, folder, "42", "2026-11-14", 1);
        comeBackLater();

        assertThat(subscriber.get("/prizes").body())
                .contains("New since your last visit: one draw.")
                .containsOnlyOnce(BADGE)
                .containsPattern("(?s)Draw 42.*badge.*Draw 41");
        assertThat(subscriber.get("/prizes").body()).as("the same visit").contains(BADGE);
        comeBackLater();
        assertThat(subscriber.get("/prizes").body()).doesNotContain(BADGE);
    }

    @Test
    void takesTheMarksAwayFromAPageThatTheBrowserHolds() {
        Visitor subscriber = node.signedIn("1");
        subscriber.get("/prizes");
        TestDraws.publish(node, folder, "42", "2026-11-14", 1);
        comeBackLater();
        String tag = subscriber.get("/prizes").headers().firstValue("ETag").orElseThrow();
        comeBackLater();

        assertThat(subscriber.with("If-None-Match", tag).get("/prizes"))
                .returns(200, HttpResponse::statusCode)
                .satisfies(page -> assertThat(page.body()).doesNotContain(BADGE));
    }

    @Test
    void marksNothingForAnotherSubscriberAtTheSameBrowser() {
        Visitor browser = node.signedIn("1");
        browser.get("/prizes");
        TestDraws.publish(node, folder, "42", "2026-11-14", 1, 2);
        comeBackLater();

        browser.signOut();
        browser.signIn("2", Node.PASSWORD);

        assertThat(browser.get("/prizes").body()).doesNotContain(BADGE);
    }

    private void comeBackLater() {
        node.clock().advance(LastVisit.PAUSE.plus(Duration.ofMinutes(1)));
    }
}
