package dev.windfall.prizes;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.windfall.Browser;
import dev.windfall.NeedsBrowser;
import dev.windfall.TestDatabase;
import dev.windfall.TestDraws;
import dev.windfall.account.Node;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Subscriber 1 has won, subscriber 3 has not. What each page looks like is for `PagesBrowserTests`.
@ExtendWith(NeedsBrowser.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PrizesBrowserTests {

    private static final int PHONE = 360;
    private static final int DESKTOP = 1280;

    private final Browser browser = Browser.launch();
    private final Node node = Node.on(TestDatabase.createUrl()).withAccounts();

    @BeforeAll
    void publishDraws(@TempDir Path folder) {
        TestDraws.publish(node, folder, "41", "2026-10-03", 2, 2);
        TestDraws.publish(node, folder, "42", "2026-11-07", 1);
        TestDraws.declare(node, folder, "43", "2026-11-14");
        node.bean(Snapshots.class).refresh();
    }

    @AfterEach
    void findNothingToComplainOf() {
        assertThat(browser.complaints()).isEmpty();
    }

    @AfterAll
    void stop() {
        browser.close();
        node.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {PHONE, DESKTOP})
    void showsASubscriberHisPrizesBetweenSignInAndSignOut(int width) {
        Page page = browser.newVisitor(node.uri().toString(), width);

        page.navigate("/");
        browser.examine(page);
        Browser.signIn(page, "1");

        assertThat(page).hasURL(node.uri() + "/prizes");
        assertThat(page.locator("main")).containsText("€5.00");
        assertThat(page.locator("main")).containsText("worth €49.00");
        assertThat(page.locator("main")).not().containsText("€10.00");
        browser.examine(page);

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign out"))
                .click();
        page.navigate("/prizes");
        assertThat(page.getByLabel("Password")).isVisible();
        assertThat(page.locator("body")).not().containsText("€5.00");
    }

    @Test
    void showsTheNextOneAtTheSameBrowserNothingOfTheOneBefore() {
        Page page = browser.newVisitor(node.uri().toString(), DESKTOP);
        page.navigate("/login");
        Browser.signIn(page, "1");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign out"))
                .click();

        page.navigate("/login");
        Browser.signIn(page, "3");

        assertThat(page.locator("main")).containsText("No prize so far");
        assertThat(page.locator("main")).not().containsText("€");
        browser.examine(page);
        for (int i = 0; i < 3; i++) {
            page.goBack();
            assertThat(page.locator("body")).not().containsText("€5.00");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {PHONE, DESKTOP})
    void showsStaffEveryPageWithoutAFault(int width) {
        Page page = browser.newVisitor(node.uri().toString(), width);
        page.navigate("/login");
        Browser.signIn(page, "clerk");

        assertThat(page).hasURL(node.uri() + "/admin");
        assertThat(page.evaluate("() => htmx.config.allowEval"))
                .as("the pages' script works, with its settings")
                .isEqualTo(false);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Refresh all nodes"))
                .click();
        assertThat(page.locator("main")).containsText("asked for by staff");
        browser.examine(page);
        for (String path :
                List.of("/admin/draws", "/admin/imports", "/admin/shipments", "/admin/accounts", "/account")) {
            page.navigate(path);
            browser.examine(page);
        }
    }
}
