package dev.windfall.prizes.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windfall.TestDatabase;
import dev.windfall.TestDraws;
import dev.windfall.account.Node;
import dev.windfall.account.Visitor;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Subscribers 1 and 2 have won the same, subscriber 3 nothing.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PrizesPageIntegrationTests {

    private final Node node = Node.at(
                    Instant.parse("2026-11-21T12:00:00Z"),
                    TestDatabase.createUrl(),
                    "windfall.lottery.draw-days=SATURDAY")
            .withAccounts();

    @BeforeAll
    void publish(@TempDir Path folder) {
        TestDraws.publish(node, folder, "41", "2026-11-07", 4, 1, 2);
        TestDraws.publish(node, folder, "42", "2026-11-14", 5);
        TestDraws.declare(node, folder, "43", "2026-11-21");
    }

    @AfterAll
    void close() {
        node.close();
    }

    @Test
    void rendersOnceWhatSubscribersShare() {
        SharedParts parts = node.bean(SharedParts.class);
        Visitor first = node.signedIn("1");
        Visitor second = node.signedIn("2");
        assertThat(first.get("/prizes").body()).contains("€5.00");
        long rendered = parts.stats().loadCount();

        assertThat(second.get("/prizes").body()).contains("€5.00");

        assertThat(parts.stats().loadCount()).isEqualTo(rendered);
    }

    /// Six pieces: his draw with what he won, two bars with their lines in the table, and the sum beside a hamper. The
    /// outlines of the page's head, the month and the chart are there, and so is the draw without a prize.
    @Test
    void rendersOfAnothersPageOnlyWhatIsDifferent() {
        SharedParts parts = node.bean(SharedParts.class);
        node.signedIn("1").get("/prizes");
        node.signedIn("3").get("/prizes");
        long rendered = parts.stats().loadCount();

        assertThat(node.signedIn("5").get("/prizes").body()).contains("€5.00", "Draw 41", "Draw 42");

        assertThat(parts.stats().loadCount()).isEqualTo(rendered + 6);
    }

    @Test
    void sharesNothingThatIsASubscribersOwn() {
        String first = node.signedIn("1").get("/prizes").body();
        String second = node.signedIn("2").get("/prizes").body();

        assertThat(first).contains("Subscriber 1<", "subscriber number 1<").doesNotContain("Subscriber 2<");
        assertThat(second).contains("Subscriber 2<", "subscriber number 2<").doesNotContain("Subscriber 1<");
    }

    @Test
    void rendersAnewInAnotherLanguage() {
        Visitor subscriber = node.signedIn("1");
        subscriber.get("/prizes");

        subscriber.with("Accept-Language", "nl");

        assertThat(subscriber.get("/prizes").body())
                .contains("€\u00A05,00", "7 november 2026", "Trekking 41")
                .doesNotContain("€5.00");
    }

    @Test
    void tellsWhenTheNextDrawIs() {
        assertThat(node.signedIn("1").get("/prizes").body()).contains("Next draw: Saturday, 28 November 2026.");
    }

    @Test
    void foldsTheDrawsWithoutAPrize() {
        assertThat(node.signedIn("1").get("/prizes").body())
                .contains("One draw without a prize")
                .containsPattern("(?s)<details class=\"draws-without\">.*Draw 42.*</details>");
        assertThat(node.signedIn("3").get("/prizes").body()).contains("2 draws without a prize", "No prize so far");
    }

    @Test
    void drawsWhatWasWonToWhoWon() {
        assertThat(node.signedIn("1").get("/prizes").body())
                .contains(
                        "Your winnings by draw, in EUR",
                        "viewBox=\"0 0 21 60\"",
                        "<rect class=\"bar\" x=\"0\" y=\"0\" width=\"9\" height=\"60\">",
                        "<rect class=\"bar-none\" x=\"12\" y=\"59\" width=\"9\" height=\"1\">",
                        "<td class=\"number\">€5.00</td>",
                        "<td class=\"number\">–</td>");
        assertThat(node.signedIn("3").get("/prizes").body()).doesNotContain("<svg");
    }
}
