package dev.windfall.prizes.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.windfall.Browser;
import dev.windfall.DatabaseGate;
import dev.windfall.NeedsBrowser;
import dev.windfall.TestDatabase;
import dev.windfall.TestDraws;
import dev.windfall.account.Node;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// What visitors and subscribers see while there is nothing new to show, or nothing at all.
@ExtendWith(NeedsBrowser.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutagePagesBrowserTests {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final int UNAVAILABLE = 503;

    private final Browser browser = Browser.launch();

    @AfterEach
    void findNothingToComplainOf() {
        browser.closeVisits();
        assertThat(browser.complaints()).isEmpty();
    }

    @AfterAll
    void stop() {
        browser.close();
    }

    @Test
    void saysThatNothingIsKnownYet() throws IOException {
        try (var gate = DatabaseGate.shut(TestDatabase.createUrl());
                var node = Node.at(NOW, gate.url())) {
            for (Look look : Look.values()) {
                Page page = look.newVisitor(browser, node);
                for (String path : List.of("/prizes", "/draws", "/login")) {
                    browser.openRefused(page, node, path, UNAVAILABLE);
                    look.examine(browser, page);
                }
            }
        }
    }

    @Test
    void showsALotteryThatHasNotDrawnYet() {
        try (var node = Node.at(NOW, TestDatabase.createUrl()).withAccounts()) {
            for (Look look : Look.values()) {
                Page page = look.signedIn(browser, node, "1");
                look.examine(browser, page);
                for (String path : List.of("/prizes/months", "/draws", "/draws/months")) {
                    page.navigate(path);
                    look.examine(browser, page);
                }
            }
        }
    }

    @Test
    void saysAsOfWhenPagesAreWhileTheDatabaseIsAway(@TempDir Path folder) throws IOException {
        try (var gate = DatabaseGate.open(TestDatabase.createUrl());
                var node = Node.at(NOW, gate.url()).withAccounts()) {
            TestDraws.publish(node, folder, "40", "2026-07-04", 1);
            TestDraws.publish(node, folder, "42", "2026-11-07", 1);
            String draw = TestDraws.page(node, "42");
            Map<Look, Page> pages = new EnumMap<>(Look.class);
            for (Look look : Look.values()) {
                pages.put(look, look.signedIn(browser, node, "3"));
            }
            gate.shut();
            node.clock().advance(Duration.ofMinutes(5));
            pages.forEach((look, page) -> {
                for (String path :
                        List.of("/prizes", "/prizes/months/202611", "/draws", "/draws/months/202611", draw)) {
                    page.navigate(path);
                    assertThat(page.locator(".notice-warning")).isVisible();
                    look.examine(browser, page);
                }
                for (String path : List.of("/prizes/months/202607", "/draws/months")) {
                    browser.openRefused(page, node, path, UNAVAILABLE);
                    look.examine(browser, page);
                }
            });
        }
    }
}
