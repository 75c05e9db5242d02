package dev.windfall.publishing.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.windfall.Browser;
import dev.windfall.NeedsBrowser;
import dev.windfall.TestDatabase;
import dev.windfall.account.Node;
import dev.windfall.account.SampleAccounts;
import dev.windfall.publishing.PublishingLab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
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

/// Two members of staff take a draw from its files to every node, by what the pages say.
@ExtendWith(NeedsBrowser.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DrawNightBrowserTests {

    private static final Instant DRAW_NIGHT = Instant.parse("2026-08-20T18:00:00Z");
    private static final int DESKTOP = 1280;
    private static final ContainsTextOptions PATIENTLY = new ContainsTextOptions().setTimeout(30_000);

    private final String database = TestDatabase.createUrl();
    private final Browser browser = Browser.launch();
    private final Node node = Node.at(DRAW_NIGHT, database).withAccounts();
    private final Node other = Node.at(DRAW_NIGHT, database);

    @TempDir
    Path folder;

    @BeforeAll
    void addTheSecondPerson() {
        node.bean(SampleAccounts.class).addStaff("approver", "Abe Approver", Node.PASSWORD);
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
    @CsvSource({"31, 320, LIGHT", "32, 320, DARK", "33, 1280, LIGHT", "34, 1280, DARK"})
    void leadsFromTheFilesToEveryNodeWithoutAFault(String number, int width, ColorScheme colours) throws IOException {
        Page clerk = signIn("clerk", width, colours);
        bringIn(clerk, number, "2.50");
        assertThat(clerk.locator("main")).containsText("held until somebody confirms", PATIENTLY);
        browser.examine(clerk);

        follow(clerk, "Draw " + number);
        assertThat(clerk.getByRole(AriaRole.TABLE, named("To be confirmed")))
                .containsText("all 7 prizes go to subscriber 1");
        browser.examine(clerk);
        clerk.getByLabel("Why the draw is right all the same").fill("compared with the official result");
        press(clerk, "Confirm");
        assertThat(clerk.locator("main")).containsText("You imported it, so somebody else has to approve it");
        browser.examine(clerk);

        Page approver = signIn("approver", width, colours);
        approver.navigate(clerk.url());
        browser.examine(approver);
        press(approver, "Approve");
        assertThat(approver.locator("main")).containsText("Approved by approver");
        browser.examine(approver);
        press(approver, "Publish draw " + number);
        assertThat(approver.locator("main")).containsText("Everybody sees it");
        browser.examine(approver);

        follow(approver, "See which nodes show it");
        assertThat(approver.locator("main")).containsText("All 2 nodes show version", PATIENTLY);
        approver.navigate("/admin/audit");
        assertThat(approver.locator("main")).containsText("entries are as they were written");
        browser.examine(approver);

        approver.navigate(clerk.url());
        approver.getByText("Withdraw what is published").click();
        approver.getByLabel("Why it is withdrawn").fill("a rehearsal");
        browser.examine(approver);
        press(approver, "Withdraw draw " + number);
        assertThat(approver.locator("main")).containsText("It was withdrawn");
        browser.examine(approver);
        approver.navigate("/admin/draws?period=202608");
        browser.examine(approver);
    }

    @ParameterizedTest
    @CsvSource({"320, LIGHT", "320, DARK", "1280, LIGHT", "1280, DARK"})
    void saysWhereAFileIsWrong(int width, ColorScheme colours) throws IOException {
        Page clerk = signIn("clerk", width, colours);

        bringIn(clerk, "41", "25.0");

        assertThat(clerk.locator("main")).containsText("Something was refused", PATIENTLY);
        assertThat(clerk.getByRole(AriaRole.TABLE, named("What is wrong"))
                        .getByRole(AriaRole.ROW)
                        .nth(1))
                .containsText(Pattern.compile("winners-41.csv\\s+2\\s+amount"));
        browser.examine(clerk);
        clerk.navigate("/admin/imports");
        clerk.getByText("Days and corrections").click();
        browser.examine(clerk);
    }

    @Test
    void showsTheEndOfAnImportWithoutALoad() throws IOException {
        Page clerk = signIn("clerk", DESKTOP, ColorScheme.LIGHT);

        bringIn(clerk, "51", "2.50");
        clerk.evaluate("() => window.loadedBefore = true");

        assertThat(clerk.locator("main")).containsText("What became of each draw", PATIENTLY);
        assertThat(clerk.evaluate("() => window.loadedBefore")).isEqualTo(true);
    }

    private void bringIn(Page clerk, String number, String amount) throws IOException {
        clerk.navigate("/admin/imports");
        browser.examine(clerk);
        Path table = folder.resolve("table-" + number + ".csv");
        Files.writeString(table, PublishingLab.TABLE_HEADER + "2026-08-20,%s,Small,2.50,EUR,7\n".formatted(number));
        Path winners = folder.resolve("winners-" + number + ".csv");
        Files.writeString(
                winners,
                PublishingLab.WINNERS_HEADER
                        + "%s,1,Small,%s,EUR\n".formatted(number, amount).repeat(7));
        clerk.getByLabel("Prize table").setInputFiles(table);
        clerk.getByLabel("Winners files").setInputFiles(winners);
        press(clerk, "Import");
        assertThat(clerk.locator("h1")).containsText(Pattern.compile("Import \\d+"));
    }

    private Page signIn(String username, int width, ColorScheme colours) {
        Page page = browser.signedIn(node, username, width);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colours));
        assertThat(page).hasURL(node.uri() + "/admin");
        return page;
    }

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, named(button).setExact(true)).click();
    }

    private static void follow(Page page, String link) {
        page.getByRole(AriaRole.LINK, named(link).setExact(true)).click();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
