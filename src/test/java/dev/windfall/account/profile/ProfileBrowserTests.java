package dev.windfall.account.profile;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.windfall.Browser;
import dev.windfall.NeedsBrowser;
import dev.windfall.TestDatabase;
import dev.windfall.account.Node;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(NeedsBrowser.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProfileBrowserTests {

    private static final int PHONE = 320;
    private static final int DESKTOP = 1280;

    private final Browser browser = Browser.launch();
    private final Node node = Node.on(TestDatabase.createUrl()).withAccounts();

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
    @CsvSource({
        "320, de, Ihr Abonnement, Sie nehmen bis einschließlich Mai 2027 teil.",
        "1280, de, Ihr Abonnement, Sie nehmen bis einschließlich Mai 2027 teil.",
        "320, pl, Abonament, Udział w losowaniach trwa do końca maja 2027 r.",
        "1280, pl, Abonament, Udział w losowaniach trwa do końca maja 2027 r."
    })
    void showsTheAccountWithoutAFault(int width, String language, String subscription, String term) {
        Page page = accountOf("1", width, language);

        assertThat(part(page, subscription)).containsText(term);
        browser.examine(page);
    }

    @ParameterizedTest
    @ValueSource(ints = {PHONE, DESKTOP})
    void showsStaffTheirAccountWithoutAFault(int width) {
        Page page = accountOf("clerk", width, "en-GB");

        assertThat(page.locator("main h2")).hasText(new String[] {"Change the password", "Sign out everywhere"});
        browser.examine(page);
    }

    @ParameterizedTest
    @ValueSource(ints = {PHONE, DESKTOP})
    void changesTheLanguage(int width) {
        Page page = accountOf("2", width, "en-GB");

        button(part(page, "Language"), "Nederlands").click();

        assertThat(page).hasURL(node.uri() + "/account");
        assertThat(page.locator("main h2"))
                .hasText(new String[] {"Uw abonnement", "Taal", "Wachtwoord wijzigen", "Overal uitloggen"});
        assertThat(button(part(page, "Taal"), "Nederlands")).hasAttribute("aria-current", "true");
        browser.examine(page);
    }

    @Test
    void signsOutEverywhere() {
        Page elsewhere = accountOf("3", DESKTOP, "en-GB");
        Page page = accountOf("3", PHONE, "en-GB");

        button(part(page, "Sign out everywhere"), "Sign out everywhere").click();

        assertThat(page).hasURL(node.uri() + "/login?signed-out");
        assertThat(page.locator("main")).containsText("You are signed out.");
        browser.examine(page);
        elsewhere.navigate("/account");
        assertThat(elsewhere).hasURL(node.uri() + "/login?next=%2Faccount");
    }

    private Page accountOf(String username, int width, String language) {
        Page page = browser.newVisitor(node.uri().toString(), width, language);
        page.navigate("/login?next=%2Faccount");
        Browser.signIn(page, username);
        assertThat(page).hasURL(node.uri() + "/account");
        return page;
    }

    private static Locator part(Page page, String heading) {
        return page.getByRole(
                AriaRole.REGION, new Page.GetByRoleOptions().setName(heading).setExact(true));
    }

    private static Locator button(Locator part, String name) {
        return part.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
    }
}
