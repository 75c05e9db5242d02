package dev.windfall.admin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.windfall.Browser;
import dev.windfall.NeedsBrowser;
import dev.windfall.TestDatabase;
import dev.windfall.TestDraws;
import dev.windfall.account.Node;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Two nodes that live and one that does not.
@ExtendWith(NeedsBrowser.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AdminBrowserTests {

    private static final int DESKTOP = 1280;
    private static final ContainsTextOptions PATIENTLY = new ContainsTextOptions().setTimeout(30_000);

    private final String database = TestDatabase.createUrl();
    private final JdbcClient jdbc = JdbcClient.create(TestDatabase.at(database));
    private final Browser browser = Browser.launch();
    private final Node node = Node.on(database, "windfall.refresh.node-name=draws-1.example.org:8080")
            .withAccounts();
    private final Node other = Node.on(database, "windfall.refresh.node-name=draws-2.example.org:8080");

    @BeforeAll
    void publishADraw(@TempDir Path folder) {
        TestDraws.publish(node, folder, "41", "2026-10-03", 2, 2);
        jdbc.sql("""
                        insert into nodes (id, name, started_at, seen_at, due_at, data_version, confirmed_at, outcome,
                                           trouble)
                        select :id, 'draws-3.example.org:8080', now - interval '1 hour', now - interval '40 s',
                               now - interval '25 s', 1, now - interval '40 s', 'FAILED',
                               'The database could not be asked.'
                          from clock_timestamp() now
                        """).param("id", UUID.randomUUID()).update();
    }

    @AfterEach
    void findNothingToComplainOf() {
        assertThat(browser.complaints()).isEmpty();
    }

    @AfterAll
    void stop() {
        browser.close();
        other.close();
        node.close();
    }

    @ParameterizedTest
    @CsvSource({"320, LIGHT", "320, DARK", "1280, LIGHT", "1280, DARK"})
    void showsTheNodesWithoutAFault(int width, ColorScheme colours) {
        Page page = browser.signedIn(node, "clerk", width);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colours));

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Refresh all nodes"))
                .click();

        assertThat(page.locator("main")).containsText("draws-3.example.org:8080 lacks");
        browser.examine(page);
    }

    @Test
    void showsTheAnswersAsTheyComeWithoutALoad() {
        Page page = browser.signedIn(node, "clerk", DESKTOP);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Refresh all nodes"))
                .click();
        page.evaluate("() => window.loadedBefore = true");
        var answers = page.getByRole(AriaRole.TABLE, new Page.GetByRoleOptions().setName("What the nodes answered"));

        assertThat(answers).containsText("waiting for its answer");
        assertThat(answers.locator("tr", has("draws-2"))).containsText("was up to date", PATIENTLY);
        jdbc.sql("""
                        update refresh_answers
                          set answered_at = now(), outcome = 'RENEWED', took_ms = 123, data_version = 2
                          where outcome is null
                        """).update();
        assertThat(answers.locator("tr", has("draws-3"))).containsText("123 ms", PATIENTLY);
        assertThat(page.evaluate("() => window.loadedBefore")).isEqualTo(true);
    }

    @Test
    void showsAPublicationWithoutAnybodysHelp(@TempDir Path folder) {
        Page page = browser.signedIn(node, "clerk", DESKTOP);

        TestDraws.publish(other, folder, "42", "2026-11-07", 1);

        assertThat(page.locator("main")).containsText("draw 42 of 7 November 2026", PATIENTLY);
    }

    private static Locator.LocatorOptions has(String text) {
        return new Locator.LocatorOptions().setHasText(text);
    }
}
