package dev.windfall;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import dev.windfall.account.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A real browser. Whatever it complains of (script errors, violations of the content security policy, failed requests)
/// is collected, and so is what axe finds.
public final class Browser implements AutoCloseable {

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;
    private final List<String> complaints = new ArrayList<>();

    private Browser(Playwright playwright, com.microsoft.playwright.Browser chromium) {
        this.playwright = playwright;
        this.chromium = chromium;
    }

    /// Ends the test where there is no browser, see [NeedsBrowser].
    public static Browser launch() {
        var node = Requirement.program("node", "nodejs");
        var executable = Requirement.program("chromium", "chromium");
        var playwright = Playwright.create(new Playwright.CreateOptions()
                .setEnv(Map.of("PLAYWRIGHT_NODEJS_PATH", node.toString(), "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        var chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setChromiumSandbox(false)
                        .setArgs(List.of(
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update")));
        return new Browser(playwright, chromium);
    }

    /// A page of a visitor of his own, with no cookie.
    public Page newVisitor(String baseUrl, int width) {
        return newVisitor(baseUrl, width, "en-GB");
    }

    /// @param language that the browser asks for, a BCP 47 tag
    public Page newVisitor(String baseUrl, int width, String language) {
        BrowserContext visitor = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setBaseURL(baseUrl)
                .setLocale(language)
                .setViewportSize(width, 900));
        Page page = visitor.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add("%s: %s".formatted(page.url(), message.text()));
            }
        });
        page.onPageError(error -> complaints.add("%s: %s".formatted(page.url(), error)));
        return page;
    }

    /// A page of somebody who has signed in.
    public Page signedIn(Node node, String username, int width) {
        Page page = newVisitor(node.uri().toString(), width);
        page.navigate("/login");
        signIn(page, username);
        page.waitForURL(url -> !url.endsWith("/login"));
        return page;
    }

    /// Fills in the login page that is open and sends it off.
    public static void signIn(Page page, String username) {
        page.locator("#username").fill(username);
        page.locator("#password").fill(Node.PASSWORD);
        page.locator("main button[type=submit]").click();
    }

    /// Lets axe look at the page as it is now, and at whether it fits the window's width.
    public void examine(Page page) {
        List<Rule> violations = new AxeBuilder(page).analyze().getViolations();
        assertThat(violations)
                .as("axe on %s", page.url())
                .extracting(rule -> rule.getId() + ": " + rule.getNodes())
                .isEmpty();
        Object overflow =
                page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(overflow).as("pixels beyond the width of %s", page.url()).isEqualTo(0);
    }

    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
