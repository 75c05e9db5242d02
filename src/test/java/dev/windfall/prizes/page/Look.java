package dev.windfall.prizes.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.windfall.Browser;
import dev.windfall.account.Node;

/// How visitors look at the pages: on a phone or at a desk, by day or by night, in their language. The narrow width is
/// there in the languages with the longest words.
enum Look {
    GERMAN_PHONE_BY_NIGHT(320, "de", ColorScheme.DARK),
    POLISH_PHONE_BY_DAY(320, "pl", ColorScheme.LIGHT),
    POLISH_DESK_BY_NIGHT(1280, "pl", ColorScheme.DARK),
    ENGLISH_DESK_BY_DAY(1280, "en-GB", ColorScheme.LIGHT);

    private final int width;
    private final String language;
    private final ColorScheme colours;

    Look(int width, String language, ColorScheme colours) {
        this.width = width;
        this.language = language;
        this.colours = colours;
    }

    /// The page of somebody with no cookie.
    Page newVisitor(Browser browser, Node node) {
        return browser.newVisitor(
                node.uri().toString(),
                width,
                options -> options.setLocale(language).setColorScheme(colours));
    }

    /// The page of a subscriber who has signed in, which shows his prizes.
    Page signedIn(Browser browser, Node node, String subscriber) {
        Page page = newVisitor(browser, node);
        page.navigate("/login");
        Browser.signIn(page, subscriber);
        assertThat(page).hasURL(node.uri() + "/prizes");
        return page;
    }

    /// Looks for faults in the page that is open.
    void examine(Browser browser, Page page) {
        assertThat(page.locator("html")).hasAttribute("lang", language);
        browser.examine(page);
    }
}
