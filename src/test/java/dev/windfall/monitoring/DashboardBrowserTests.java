package dev.windfall.monitoring;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.windfall.Browser;
import dev.windfall.NeedsBrowser;
import dev.windfall.TestDatabase;
import dev.windfall.TestDraws;
import dev.windfall.account.Node;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(NeedsBrowser.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DashboardBrowserTests {

    private static final int DESKTOP = 1280;

    private final Browser browser = Browser.launch();
    private final Node node = Node.on(TestDatabase.createUrl(), "windfall.monitoring.interval=200ms")
            .withAccounts();
    private final Audience audience = node.bean(Audience.class);

    @BeforeAll
    void publishADraw(@TempDir Path folder) {
        TestDraws.publish(node, folder, "41", "2026-10-03", 2, 2);
        node.signedIn("1").get("/prizes");
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
    @CsvSource({"320, LIGHT", "320, DARK", "1280, LIGHT", "1280, DARK"})
    void showsFiguresWithoutAFault(int width, ColorScheme colours) {
        Page page = browser.signedIn(node, "clerk", width);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colours));
        page.navigate(node.uri() + "/admin/dashboard?span=hour");
        page.locator("#moments summary").click();
        assertThat(page.locator("#moments table")).isVisible();

        browser.examine(page);
    }

    @Test
    void renewsItselfAndLeavesTheReaderWhereHeIs() {
        Page page = browser.signedIn(node, "clerk", DESKTOP);
        page.navigate(node.uri() + "/admin/dashboard");
        assertThat(page.locator("#pulse")).containsText("Live");
        page.locator("#moments-summary").focus();
        page.keyboard().press("Enter");
        int views = views(page);

        node.visitor().get("/draws");

        assertThat(page.locator("#views")).hasText(Integer.toString(views + 1));
        assertThat(page.locator("#moments table")).isVisible();
        assertThat(page.locator("#moments summary")).isFocused();
    }

    @Test
    void standsStillWhileItIsPaused() {
        Page page = browser.signedIn(node, "clerk", DESKTOP);
        page.navigate(node.uri() + "/admin/dashboard");
        assertThat(page.locator("#pulse")).containsText("Live");

        page.locator("#pause").click();
        await().until(audience::isEmpty);
        int views = views(page);
        node.visitor().get("/draws");
        page.locator("#pause").click();

        assertThat(page.locator("#views")).hasText(Integer.toString(views + 1));
    }

    @Test
    void isAskedForNothingOnceNobodyLooks() {
        Page page = browser.signedIn(node, "clerk", DESKTOP);
        page.navigate(node.uri() + "/admin/dashboard");
        await().until(() -> !audience.isEmpty());

        page.close();

        await().until(audience::isEmpty);
    }

    @Test
    void leadsToOtherSpans() {
        Page page = browser.signedIn(node, "clerk", DESKTOP);
        page.navigate(node.uri() + "/admin/dashboard");

        page.getByText("One day").click();

        assertThat(page).hasURL(Pattern.compile("span=day"));
        assertThat(page.locator("main [aria-current]")).hasText("One day");
        assertThat(page.locator(".chart-ends").first()).containsText("a day ago");
    }

    private static int views(Page page) {
        return Integer.parseInt(page.locator("#views").textContent());
    }
}
