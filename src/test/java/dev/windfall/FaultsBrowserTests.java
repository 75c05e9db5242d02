package dev.windfall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Faults of every kind that [Browser] is there to find.
@ExtendWith(NeedsBrowser.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultsBrowserTests {

    private final Browser browser = Browser.launch();

    @AfterAll
    void stop() {
        browser.close();
    }

    @Test
    void findsNothingInAFaultlessPage() {
        Page page = open("<p>All is well.</p>");

        assertThatCode(() -> browser.examine(page)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            color-contrast | <p style="color: #ccc; background: #fff">Pale</p>
            label          | <input type="text">
            target-size    | <button style="font-size: 6px; padding: 0">a</button><button style="font-size: 6px">b</button>
            beyond         | <p style="width: 200vw">Wide</p>
            too full       | <p style="width: 4rem; overflow: hidden">Donaudampfschifffahrtsgesellschaft</p>
            too full       | <p style="width: 4rem">Donaudampfschifffahrtsgesellschaft</p>
            """)
    void findsAFaultInAPage(String fault, String html) {
        Page page = open(html);

        assertThatThrownBy(() -> browser.examine(page)).hasMessageContaining(fault);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "console.error('broken')",
                "console.warn('broken')",
                "setTimeout(() => { throw new Error('broken') })",
                "document.body.append(Object.assign(new Image(), { src: 'https://broken.example/' }))"
            })
    void hearsWhatTheBrowserComplainsOf(String script) {
        Page page = open("<p>All is well.</p>");
        int before = browser.complaints().size();

        page.evaluate("script => { new Function(script)() }", script);
        page.waitForCondition(() -> browser.complaints().size() > before);

        assertThat(browser.complaints().getLast()).contains("broken");
    }

    private Page open(String html) {
        Page page = browser.newVisitor("http://localhost", 640);
        page.setContent("""
            <!DOCTYPE html>
            <html lang="en">
              <head>
                <meta http-equiv="Content-Security-Policy" content="style-src 'unsafe-inline'; img-src 'none'">
                <meta name="viewport" content="width=device-width">
                <title>A page</title>
              </head>
              <body><main><h1>A page</h1>%s</main></body>
            </html>
            """.formatted(html));
        return page;
    }
}
