package dev.windfall.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;
import org.thymeleaf.spring6.SpringTemplateEngine;

class SharedHtmlTests {

    private static final String TEMPLATE = """
            <p th:fragment="greeting" th:lang="${#locale}" th:text="|${word} ${shown}|">Hello</p>
            <b th:fragment="loud" th:text="${shown}">Hello</b>
            <ul th:fragment="list" th:lang="${shown}"><th:block th:utext="${rows}">Hello</th:block></ul>
            """;

    private static final int MAX_BYTES = 10_000;

    private final SharedHtml html =
            new SharedHtml(new SpringTemplateEngine(), TEMPLATE, Map.of("word", "Hi"), MAX_BYTES);

    @BeforeEach
    void readEnglish() {
        LocaleContextHolder.setLocale(Locale.UK);
    }

    @AfterEach
    void forgetTheLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void rendersOnceWhatLooksTheSame() {
        assertThat(html.of("greeting", "all")).hasToString("<p lang=\"en_GB\">Hi all</p>");
        assertThat(html.of("greeting", new String("all"))).hasToString("<p lang=\"en_GB\">Hi all</p>");

        assertThat(html.stats().loadCount()).isEqualTo(1);
    }

    @Test
    void rendersWhatLooksDifferent() {
        html.of("greeting", "all");

        assertThat(html.of("greeting", "both")).hasToString("<p lang=\"en_GB\">Hi both</p>");
        assertThat(html.of("loud", "all")).hasToString("<b>all</b>");
    }

    @Test
    void rendersAnewInAnotherLanguage() {
        html.of("greeting", "all");
        LocaleContextHolder.setLocale(Locale.GERMANY);

        assertThat(html.of("greeting", "all")).hasToString("<p lang=\"de_DE\">Hi all</p>");
    }

    @Test
    void takesNothingShownForAGap() {
        String forged = Frame.gap("rows");

        assertThat(html.of("greeting", forged)).hasToString("<p lang=\"en_GB\">Hi " + forged + "</p>");
    }

    @Test
    void takesNothingShownForHtml() {
        assertThat(html.of("loud", "<script>")).hasToString("<b>&lt;script&gt;</b>");
    }

    @Test
    void rendersOnceWhatIsAroundDifferentParts() {
        assertThat(html.of("list", "en", Map.of("rows", Html.of("<li>1</li>"))))
                .hasToString("<ul lang=\"en\"><li>1</li></ul>");
        assertThat(html.of("list", "en", Map.of("rows", Html.of("<li>2</li>"))))
                .hasToString("<ul lang=\"en\"><li>2</li></ul>");

        assertThat(html.stats().loadCount()).isEqualTo(1);
        assertThat(html.of("list", "de", Map.of("rows", Html.of("")))).hasToString("<ul lang=\"de\"></ul>");
    }

    /// Each of 1,000 parts takes more than 500 bytes, with what is kept beside its HTML.
    @Test
    void keepsNoMoreBytesThanItMay() {
        for (int i = 0; i < 1000; i++) {
            html.of("greeting", i);
        }

        await().until(() -> html.stats().evictionCount() >= 1000 - MAX_BYTES / 500);
    }
}
