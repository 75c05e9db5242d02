package dev.windfall.prizes.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windfall.TestDatabase;
import dev.windfall.TestDraws;
import dev.windfall.account.Node;
import dev.windfall.account.Visitor;
import dev.windfall.draw.PeriodRepository;
import dev.windfall.draw.SubscriptionPeriod;
import dev.windfall.prizes.Snapshots;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Two nodes on one database.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UnchangedPagesIntegrationTests {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    private static final String SATURDAYS = "windfall.lottery.draw-days=SATURDAY";

    private final String database = TestDatabase.createUrl();
    private final Node node = Node.at(NOW, database, SATURDAYS).withAccounts();
    private final Node other = Node.at(NOW, database, SATURDAYS);

    private Path folder;

    @BeforeAll
    void publish(@TempDir Path files) {
        folder = files;
        TestDraws.publish(node, folder, "41", "2026-07-04", 1);
        TestDraws.publish(node, folder, "42", "2026-11-07", 1);
        other.bean(Snapshots.class).refresh();
    }

    @AfterAll
    void close() {
        node.close();
        other.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/prizes",
                "/prizes/months",
                "/prizes/months/202607",
                "/api/v1/prizes",
                "/api/v1/prizes/months/202607",
                "/draws",
                "/draws/1",
                "/draws/months",
                "/draws/months/202607",
                "/draws/feed.atom",
                "/draws/calendar.ics",
                "/api/v1/draws",
                "/api/v1/draws/1"
            })
    void areNotSentAgain(String page) {
        Visitor subscriber = node.signedIn("1");
        HttpResponse<String> first = subscriber.get(page);
        assertThat(first.statusCode()).isEqualTo(200);

        HttpResponse<String> second =
                subscriber.with("If-None-Match", tag(first)).get(page);

        assertThat(second.statusCode()).isEqualTo(304);
        assertThat(second.body()).isEmpty();
        assertThat(second.headers().firstValue("Cache-Control")).contains("private, no-cache");
    }

    @Test
    void areNotSentAgainByAnotherNode() {
        Visitor subscriber = node.signedIn("1");
        String tag = tag(subscriber.get("/prizes"));

        assertThat(subscriber
                        .with("If-None-Match", tag)
                        .at(other)
                        .get("/prizes")
                        .statusCode())
                .isEqualTo(304);
    }

    @Test
    void areSentWhenSomethingWasPublished() {
        Visitor subscriber = node.signedIn("1");
        String tag = tag(subscriber.get("/prizes"));

        TestDraws.publish(node, folder, "43", "2026-11-14", 1);

        assertThat(subscriber.with("If-None-Match", tag).get("/prizes"))
                .returns(200, HttpResponse::statusCode)
                .satisfies(page -> assertThat(page.body()).contains("Draw 43"));
    }

    @Test
    void areSentInTheLanguageThatWasChosen() {
        Visitor subscriber = node.signedIn("1");
        String tag = tag(subscriber.get("/prizes"));

        assertThat(subscriber
                        .with("If-None-Match", tag)
                        .with("Accept-Language", "pl")
                        .get("/prizes")
                        .body())
                .contains("Moje wygrane");
    }

    @Test
    void areSentToTheNextSubscriber() {
        String tag = tag(node.signedIn("1").get("/prizes"));

        assertThat(node.signedIn("2").with("If-None-Match", tag).get("/prizes").statusCode())
                .isEqualTo(200);
    }

    @Test
    void areSentInTheNextSessionWhoseFormsHaveAnotherToken() {
        String tag = tag(node.signedIn("1").get("/prizes"));

        assertThat(node.signedIn("1").with("If-None-Match", tag).get("/prizes").statusCode())
                .isEqualTo(200);
    }

    @Test
    void areSentWhenTheNextDrawIsAnother() {
        Node saturdays = Node.at(NOW, database, SATURDAYS);
        try (saturdays) {
            saturdays.bean(Snapshots.class).refresh();
            Visitor visitor = saturdays.visitor();
            String tag = tag(visitor.get("/draws"));
            assertThat(visitor.get("/draws").body()).contains("21 November 2026");
            saturdays.clock().advance(Duration.ofDays(1));

            assertThat(visitor.with("If-None-Match", tag).get("/draws").body()).contains("28 November 2026");
        }
    }

    /// A month begins without a publication, and what was September's is on show no more.
    @Test
    void areSentWhenAMonthHasBegun() {
        Instant october = Instant.parse("2026-10-25T12:00:00Z");
        try (Node lasting = Node.at(october, TestDatabase.createUrl(), "windfall.account.session-lifetime=60d")) {
            TestDraws.publish(lasting.withAccounts(), folder, "41", "2026-10-03", 1);
            Visitor subscriber = lasting.signedIn("1");
            Visitor visitor = lasting.visitor();
            String ownTag = tag(subscriber.get("/prizes"));
            String drawsTag = tag(visitor.get("/draws"));

            lasting.clock().advance(Duration.ofDays(10));
            var november = new SubscriptionPeriod(202611);
            lasting.bean(PeriodRepository.class).open(november, november);
            lasting.bean(Snapshots.class).refresh();

            assertThat(subscriber.with("If-None-Match", ownTag).get("/prizes").body())
                    .contains("November 2026");
            assertThat(visitor.with("If-None-Match", drawsTag).get("/draws").body())
                    .contains("November 2026");
        }
    }

    private static String tag(HttpResponse<String> page) {
        return page.headers().firstValue("ETag").orElseThrow();
    }
}
