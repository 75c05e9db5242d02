package dev.windfall.prizes.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.ReducedMotion;
import dev.windfall.Browser;
import dev.windfall.NeedsBrowser;
import dev.windfall.TestDatabase;
import dev.windfall.TestDraws;
import dev.windfall.account.Node;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
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

/// Those who use the pages otherwise than with a mouse, a script engine and a fast line. Subscriber 1 has won.
@ExtendWith(NeedsBrowser.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WaysOfUseBrowserTests {

    private static final int DESKTOP = 1280;
    private static final int MAX_TABS = 60;
    private static final int MAX_FIRST_VIEW_BYTES = 50_000;
    private static final double MAX_LAYOUT_SHIFT = 0.01;

    /// All elements with a ring around them, which are to be the focused one.
    private static final String RINGED_IS_FOCUSED = """
            () => {
              const ringed = [...document.querySelectorAll('*')].filter(element => {
                const style = getComputedStyle(element);
                return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
              });
              return ringed.length === 1 && ringed[0] === document.activeElement;
            }
            """;

    private static final String LAYOUT_SHIFT = """
            () => new Promise(resolve => {
              let sum = 0;
              const add = entries => entries.forEach(entry => sum += entry.value);
              const observer = new PerformanceObserver(list => add(list.getEntries()));
              observer.observe({type: 'layout-shift', buffered: true});
              requestAnimationFrame(() => setTimeout(() => {
                add(observer.takeRecords());
                resolve(sum);
              }));
            })
            """;

    /// How many elements, or parts that only the style sheet makes, move.
    private static final String MOVING = """
            () => [...document.querySelectorAll('*')]
              .flatMap(element => [null, '::before', '::after'].map(part => getComputedStyle(element, part)))
              .filter(style => style.animationName !== 'none' || parseFloat(style.transitionDuration) > 0)
              .length
            """;

    private final Browser browser = Browser.launch();
    private final Node node = Node.at(
                    Instant.parse("2026-11-21T12:00:00Z"),
                    TestDatabase.createUrl(),
                    "windfall.lottery.draw-days=SATURDAY")
            .withAccounts();

    @BeforeAll
    void publishDraws(@TempDir Path folder) {
        TestDraws.publish(node, folder, "39", "2026-07-04", 1);
        TestDraws.publish(node, folder, "42", "2026-10-03", 1);
        TestDraws.publish(node, folder, "44", "2026-11-07", 1);
        TestDraws.publish(node, folder, "45", "2026-11-14", 2);
        TestDraws.declare(node, folder, "47", "2026-11-21");
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

    @Test
    void leadsTheKeyboardThroughAllPages() {
        Page page = browser.newVisitor(node.uri().toString(), DESKTOP);
        page.navigate("/login");
        assertThat(page.locator("[autofocus]")).isFocused();
        page.keyboard().type("1");
        tabTo(page, page.locator("#password"));
        page.keyboard().type(Node.PASSWORD);
        press(page, page.locator("main button"));
        assertThat(page).hasURL(node.uri() + "/prizes");

        press(page, page.locator(".skip"));
        assertThat(page.locator("#main")).isFocused();
        press(page, page.locator(".draws-without summary").first());
        assertThat(page.locator(".draws-without").first().getByText("Draw 45")).isVisible();

        press(page, link(page, "Prizes of earlier months"));
        assertThat(page).hasURL(node.uri() + "/prizes/months");
        press(page, link(page, "July 2026"));
        assertThat(page).hasURL(node.uri() + "/prizes/months/202607");
        press(page, polish(page));
        assertThat(page.locator("html")).hasAttribute("lang", "pl");
        assertThat(page).hasURL(node.uri() + "/prizes/months/202607");

        press(page, signOut(page));
        assertThat(page).hasURL(node.uri() + "/login?signed-out");
    }

    @Test
    void needsNoScript() {
        Page page = browser.newVisitor(node.uri().toString(), DESKTOP, options -> options.setJavaScriptEnabled(false));
        page.navigate("/login");
        Browser.signIn(page, "1");
        assertThat(page).hasURL(node.uri() + "/prizes");
        assertThat(page.locator(".totals")).containsText("€10.00");
        page.locator(".draws-without summary").first().click();
        assertThat(page.locator(".draws-without").first().getByText("Draw 45")).isVisible();

        link(page, "Prizes of earlier months").click();
        link(page, "July 2026").click();
        assertThat(page.locator(".totals")).containsText("€5.00");
        polish(page).click();
        assertThat(page).hasURL(node.uri() + "/prizes/months/202607");
        assertThat(page.locator("html")).hasAttribute("lang", "pl");

        signOut(page).click();
        assertThat(page).hasURL(node.uri() + "/login?signed-out");
        page.navigate("/prizes");
        assertThat(page.locator("#password")).isVisible();
    }

    /// As WCAG 1.4.4 demands. A page that lets a test add its style can't have its own policy.
    @ParameterizedTest
    @ValueSource(strings = {"en-GB", "de", "pl"})
    void showsAllOfTheTextAtTwiceItsSize(String language) {
        Page page = browser.newVisitor(
                node.uri().toString(),
                640,
                options -> options.setLocale(language).setBypassCSP(true));
        page.navigate("/login");
        examineEnlarged(page);
        Browser.signIn(page, "1");
        assertThat(page).hasURL(node.uri() + "/prizes");
        page.locator("details").all().reversed().forEach(details -> details.evaluate("it => it.open = true"));
        examineEnlarged(page);
        for (String path : List.of(
                "/prizes/months/202607",
                "/draws",
                "/draws/months",
                TestDraws.page(node, "44"),
                TestDraws.page(node, "47"),
                "/account")) {
            page.navigate(path);
            examineEnlarged(page);
        }
    }

    @Test
    void sendsLittleForTheFirstView() {
        Page page = withEmptyCache(signedIn());
        CDPSession session = page.context().newCDPSession(page);
        var bytes = new AtomicLong();
        session.on(
                "Network.loadingFinished",
                event -> bytes.addAndGet(event.get("encodedDataLength").getAsLong()));
        session.send("Network.enable");
        page.navigate("/prizes");
        page.waitForLoadState(LoadState.NETWORKIDLE);
        assertThat(page.locator(".summary-won")).isVisible();
        assertThat(bytes.get())
                .as("bytes that a winner's first view takes")
                .isPositive()
                .isLessThanOrEqualTo(MAX_FIRST_VIEW_BYTES);
    }

    @ParameterizedTest
    @ValueSource(ints = {320, DESKTOP})
    void movesNothingThatIsShownAlready(int width) {
        Page page = withEmptyCache(signedIn());
        page.setViewportSize(width, 900);
        page.navigate("/prizes");
        assertThat(((Number) page.evaluate(LAYOUT_SHIFT)).doubleValue())
                .as("cumulative layout shift")
                .isLessThan(MAX_LAYOUT_SHIFT);
    }

    @Test
    void keepsStillForWhoAsksForIt() {
        Page page = signedIn();
        page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.NO_PREFERENCE));
        assertThat(page.evaluate(MOVING)).as("what moves otherwise").isNotEqualTo(0);

        page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
        page.reload();

        assertThat(page.evaluate(MOVING)).isEqualTo(0);
        assertThat(page.evaluate("() => document.getAnimations().length")).isEqualTo(0);
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void printsTheDrawsAndNothingToClick(ColorScheme colours) {
        Page page = signedIn();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT).setColorScheme(colours));

        for (Locator toClick : page.locator("nav, form, .take-along, .skip").all()) {
            assertThat(toClick).isHidden();
        }
        assertThat(page.locator(".totals")).isVisible();
        assertThat(page.locator(".draw-won")).hasCount(2);
        assertThat(page.locator(".draws-without").first()).not().hasAttribute("open", "");
        assertThat(page.locator(".draws-without").first().getByText("Draw 45")).isVisible();
        browser.examine(page);
    }

    private Page signedIn() {
        return browser.signedIn(node, "1", DESKTOP);
    }

    private Page withEmptyCache(Page visitor) {
        String cookies = visitor.context().storageState();
        return browser.newVisitor(node.uri().toString(), DESKTOP, options -> options.setStorageState(cookies));
    }

    private void examineEnlarged(Page page) {
        page.addStyleTag(new Page.AddStyleTagOptions().setContent("html { font-size: 200% }"));
        browser.examineWidth(page);
    }

    /// Goes there by the tabulator, and presses the enter key.
    private static void press(Page page, Locator target) {
        tabTo(page, target);
        page.keyboard().press("Enter");
    }

    private static void tabTo(Page page, Locator target) {
        for (int tabs = 0; tabs < MAX_TABS; tabs++) {
            page.keyboard().press("Tab");
            assertThat(page.evaluate(RINGED_IS_FOCUSED))
                    .as("a ring around %s", page.evaluate("() => document.activeElement.outerHTML"))
                    .isEqualTo(true);
            if (target.evaluate("element => element === document.activeElement").equals(true)) {
                return;
            }
        }
        fail("%s can't be reached", target);
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }

    private static Locator polish(Page page) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Polski"));
    }

    private static Locator signOut(Page page) {
        return page.locator(".site-header form button");
    }
}
