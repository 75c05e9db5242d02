package dev.windfall.prizes.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.windfall.Browser;
import dev.windfall.NeedsBrowser;
import dev.windfall.TestDatabase;
import dev.windfall.TestDraws;
import dev.windfall.account.Node;
import dev.windfall.account.Visitor;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Every page that visitors and subscribers see, in every state that it can be in while all goes well. Subscriber 1 has
/// won money and a thing, subscriber 3 nothing.
@ExtendWith(NeedsBrowser.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesBrowserTests {

    private static final int PHONE = 320;
    private static final int LOGIN_REFUSED = 401;

    @TempDir
    private static Path folder;

    private final Browser browser = Browser.launch();
    private final Node node = Node.at(
                    Instant.parse("2026-11-21T12:00:00Z"),
                    TestDatabase.createUrl(),
                    "windfall.lottery.draw-days=SATURDAY",
                    "windfall.delivery.poll-interval=100ms",
                    "windfall.notices.from=lottery@windfall.example",
                    "windfall.notices.site=https://windfall.example",
                    // nobody's mail server
                    "spring.mail.port=9")
            .withAccounts();

    @BeforeAll
    void publishDraws() {
        TestDraws.publish(node, folder, "38", "2026-06-06", 2);
        TestDraws.publish(node, folder, "39", "2026-07-04", 1);
        TestDraws.publish(node, folder, "41", "2026-09-05", 2, 2);
        TestDraws.publish(node, folder, "42", "2026-10-03", 1);
        TestDraws.correct(node, folder, "42", "2026-10-03", 1, 2);
        TestDraws.publish(node, folder, "43", "2026-10-17", 1);
        TestDraws.withdraw(node, "43");
        TestDraws.publish(node, folder, "44", "2026-11-07", 1);
        TestDraws.publish(node, folder, "45", "2026-11-14", 2);
        TestDraws.declare(node, folder, "47", "2026-11-21");
        sendAHamper();
    }

    /// To subscriber 1, whom it does not reach.
    private void sendAHamper() {
        JdbcClient jdbc = node.bean(JdbcClient.class);
        jdbc.sql("""
                        insert into shipments
                            (draw_id, subscriber_id, tier, place, carrier, tracking_number, handed_over_at, handed_over_by)
                          select id, 1, 'Gift hamper', 1, 'swift', '3SABCD0123456789', '2026-11-16T10:00:00Z', 'clerk'
                            from draws
                            where number = '44'
                        """).update();
        jdbc.sql("""
                        insert into parcel_events (carrier, event_id, tracking_number, leg, event_type, occurred_at)
                          values ('swift', '1', '3SABCD0123456789', 1, 'out_for_delivery', '2026-11-18T07:00:00Z'),
                                 ('swift', '2', '3SABCD0123456789', 1, 'delivery_failed', '2026-11-18T15:00:00Z')
                        """).update();
        Visitor winner = node.signedIn("1");
        await().until(() -> winner.get("/prizes").body().contains("class=\"parcels\""));
    }

    @AfterEach
    void findNothingToComplainOf() {
        browser.closeVisits();
        assertThat(browser.complaints()).isEmpty();
    }

    @AfterAll
    void stop() {
        browser.close();
        node.close();
    }

    @ParameterizedTest
    @EnumSource
    void showsTheSignIn(Look look) {
        Page page = look.newVisitor(browser, node);
        page.navigate("/login");
        look.examine(browser, page);
    }

    @ParameterizedTest
    @EnumSource
    void showsARefusedSignIn(Look look) {
        Page page = look.newVisitor(browser, node);
        page.navigate("/login");
        browser.expectRefusal(node.uri().resolve("/login"), LOGIN_REFUSED);
        Browser.signIn(page, "no such subscriber");
        assertThat(page.getByRole(AriaRole.ALERT)).isVisible();
        look.examine(browser, page);
    }

    @ParameterizedTest
    @EnumSource
    void showsTheSignInAfterTheSignOut(Look look) {
        Page page = look.signedIn(browser, node, "3");
        page.locator(".site-header form button").click();
        assertThat(page.locator(".notice-success")).isVisible();
        look.examine(browser, page);
    }

    @ParameterizedTest
    @EnumSource
    void showsAWinnerTheirPrizes(Look look) {
        Page page = look.signedIn(browser, node, "1");
        unfold(page);
        assertThat(page.locator(".chart table")).isVisible();
        assertThat(page.locator(".totals .things")).isVisible();
        assertThat(page.locator(".corrected")).isVisible();
        assertThat(page.locator(".parcels .journey-problem")).isVisible();
        assertThat(page.locator(".draw", having("47"))).isVisible();
        assertThat(page.locator(".draw", having("43"))).isVisible();
        look.examine(browser, page);
    }

    @ParameterizedTest
    @EnumSource
    void showsANonWinnerThatSomeDrawsArePending(Look look) {
        Page page = look.signedIn(browser, node, "3");
        unfold(page);
        assertThat(page.locator(".lead")).isVisible();
        assertThat(page.locator(".draws-without .muted").first()).isVisible();
        look.examine(browser, page);
    }

    @Test
    void showsWhatIsNewSinceTheLastVisit() {
        Map<Look, Page> visits = new EnumMap<>(Look.class);
        for (Look look : Look.values()) {
            visits.put(look, look.signedIn(browser, node, "4"));
        }
        node.clock().advance(Duration.ofHours(1));
        TestDraws.publish(node, folder, "46", "2026-11-18", 4);
        TestDraws.correct(node, folder, "45", "2026-11-14", 2, 2);
        visits.forEach((look, page) -> {
            page.reload();
            unfold(page);
            assertThat(page.locator(".fact-new")).isVisible();
            assertThat(page.locator(".draw-won .badge")).isVisible();
            assertThat(page.locator(".draws-without .badge")).isVisible();
            look.examine(browser, page);
        });
    }

    @ParameterizedTest
    @EnumSource
    void showsPrizesOfEarlierMonths(Look look) {
        Page page = look.signedIn(browser, node, "1");
        examine(look, page, "/prizes/months");
        examine(look, page, "/prizes/months/202607");
        assertThat(page.locator(".summary-won")).isVisible();
        examine(look, page, "/prizes/months/202606");
        assertThat(page.locator(".summary .lead")).isVisible();
        examine(look, page, "/prizes/months/202611");
        assertThat(page.locator(".draw", having("47"))).isVisible();
    }

    @ParameterizedTest
    @EnumSource
    void showsEverybodyTheResults(Look look) {
        Page page = look.newVisitor(browser, node);
        List.of(
                        "/draws",
                        "/draws/months",
                        "/draws/months/202606",
                        "/draws/months/202611",
                        TestDraws.page(node, "44"),
                        TestDraws.page(node, "42"),
                        TestDraws.page(node, "47"),
                        TestDraws.page(node, "43"),
                        TestDraws.page(node, "38"))
                .forEach(path -> examine(look, page, path));
    }

    @ParameterizedTest
    @EnumSource
    void showsTheAccount(Look look) {
        Page page = look.signedIn(browser, node, "1");
        examine(look, page, "/account");
        examine(look, page, "/account/mail");
        examine(look, page, "/unsubscribe/00000000-0000-4000-8000-000000000000");
    }

    @ParameterizedTest
    @EnumSource
    void showsThatThereIsNoSuchPage(Look look) {
        Page page = look.newVisitor(browser, node);
        browser.openRefused(page, node, "/draws/999", 404);
        look.examine(browser, page);
    }

    @ParameterizedTest
    @EnumSource
    void showsThatAPageIsNotForSubscribers(Look look) {
        Page page = look.signedIn(browser, node, "1");
        browser.openRefused(page, node, "/admin", 403);
        look.examine(browser, page);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl", "fr", "pt-BR"})
    void fitsIntoAPhoneInTheOtherLanguages(String language) {
        Page page = browser.newVisitor(node.uri().toString(), PHONE, language);
        page.navigate("/login");
        browser.examine(page);
        Browser.signIn(page, "1");
        assertThat(page).hasURL(node.uri() + "/prizes");
        unfold(page);
        assertThat(page.locator("html")).hasAttribute("lang", language);
        browser.examine(page);
        for (String path :
                List.of("/prizes/months/202607", "/draws", TestDraws.page(node, "42"), "/account", "/account/mail")) {
            page.navigate(path);
            browser.examine(page);
        }
    }

    private void examine(Look look, Page page, String path) {
        page.navigate(path);
        look.examine(browser, page);
    }

    private static void unfold(Page page) {
        page.locator("details:not([open]) > summary").all().reversed().forEach(Locator::click);
        assertThat(page.locator("details:not([open])")).hasCount(0);
    }

    private static Page.LocatorOptions having(String draw) {
        return new Page.LocatorOptions().setHasText(Pattern.compile("\\b" + draw + "\\b"));
    }
}
