package dev.windfall;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import dev.windfall.account.Node;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// A real browser. Whatever it complains of (script errors, violations of the content security policy, failed requests)
/// is collected, and so is what axe finds.
public final class Browser implements AutoCloseable {

    private static final int HEIGHT = 900;

    /// The levels of WCAG 2.2 that are asked for, and what axe's authors advise. Without them axe leaves out
    /// the size of targets.
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice");

    private static final String BEYOND = """
            () => [...document.body.querySelectorAll('*')]
              .filter(element => element.getBoundingClientRect().right > document.documentElement.clientWidth)
              .map(element => element.outerHTML.slice(0, 120))
            """;

    /// Boxes with more in them than there is room for: what they don't show is cut off, and what they do may lie over
    /// something else. Those that scroll are left out, and those that are meant for screen readers alone.
    private static final String TOO_FULL = """
            () => [...document.body.querySelectorAll('*')]
              .filter(element => !element.closest('.visually-hidden, svg, input, table.stacking > thead'))
              .filter(element => !['auto', 'scroll'].includes(getComputedStyle(element).overflowX))
              .filter(element => element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1)
              .map(element => element.outerHTML.slice(0, 120))
            """;

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;
    private final List<String> complaints = new ArrayList<>();
    private final Set<String> refusals = new HashSet<>();

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
        return newVisitor(baseUrl, width, options -> options.setLocale(language));
    }

    /// @param special what is special about this visitor's browser
    public Page newVisitor(String baseUrl, int width, Consumer<NewContextOptions> special) {
        var options =
                new NewContextOptions().setBaseURL(baseUrl).setLocale("en-GB").setViewportSize(width, HEIGHT);
        special.accept(options);
        Page page = chromium.newContext(options).newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(complaint(message.location(), message.text()));
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

    /// Opens a page that is answered with a status other than 200. The browser itself writes that into its console.
    public void openRefused(Page page, Node node, String path, int status) {
        expectRefusal(node.uri().resolve(path), status);
        assertThat(requireNonNull(page.navigate(path)).status()).as(path).isEqualTo(status);
    }

    /// Lets the browser say, and say no more than, that it was answered so.
    public void expectRefusal(URI address, int status) {
        refusals.add(complaint(
                address + ":0:0",
                "Failed to load resource: the server responded with a status of %d ()".formatted(status)));
    }

    /// Lets axe look at the page as it is now, and at whether all of it fits into the window's width.
    public void examine(Page page) {
        // pages have no frames; for these, axe would do its sums in another page, in twice the time
        List<Rule> violations = new AxeBuilder(page)
                .withTags(RULES)
                .setLegacyMode(true)
                .analyze()
                .getViolations();
        assertThat(violations)
                .as("axe on %s", page.url())
                .extracting(rule -> rule.getId() + ": " + rule.getNodes())
                .isEmpty();
        examineWidth(page);
    }

    /// Lets nothing be beyond the window's width, and nothing be cut off.
    public void examineWidth(Page page) {
        Object overflow =
                page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(overflow)
                .as("pixels beyond the width of %s, where there are %s", page.url(), page.evaluate(BEYOND))
                .isEqualTo(0);
        assertThat(page.evaluate(TOO_FULL)).as("too full on %s", page.url()).isEqualTo(List.of());
    }

    public List<String> complaints() {
        return complaints.stream()
                .filter(complaint -> !refusals.contains(complaint))
                .toList();
    }

    private static String complaint(String location, String text) {
        return location + ": " + text;
    }

    /// Closes all pages.
    public void closeVisits() {
        chromium.contexts().forEach(BrowserContext::close);
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
