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
            """;

    private static final int MAX_CHARACTERS = 1000;

    private final SharedHtml html =
            new SharedHtml(new SpringTemplateEngine(), TEMPLATE, Map.of("word", "Hi"), MAX_CHARACTERS);

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
        assertThat(html.of("greeting", "all")).isEqualTo("<p lang=\"en_GB\">Hi all</p>");
        assertThat(html.of("greeting", new String("all"))).isEqualTo("<p lang=\"en_GB\">Hi all</p>");

        assertThat(html.stats().loadCount()).isEqualTo(1);
    }

    @Test
    void rendersWhatLooksDifferent() {
        html.of("greeting", "all");

        assertThat(html.of("greeting", "both")).isEqualTo("<p lang=\"en_GB\">Hi both</p>");
        assertThat(html.of("loud", "all")).isEqualTo("<b>all</b>");
    }

    @Test
    void rendersAnewInAnotherLanguage() {
        html.of("greeting", "all");
        LocaleContextHolder.setLocale(Locale.GERMANY);

        assertThat(html.of("greeting", "all")).isEqualTo("<p lang=\"de_DE\">Hi all</p>");
    }

    @Test
    void takesNothingShownForHtml() {
        assertThat(html.of("loud", "<script>")).isEqualTo("<b>&lt;script&gt;</b>");
    }

    @Test
    void keepsNoMoreCharactersThanItMay() {
        long rendered = 0;
        for (int i = 0; i < 1000; i++) {
            rendered += html.of("greeting", i).length();
        }
        long inAll = rendered;

        await().until(() -> inAll - html.stats().evictionWeight() <= MAX_CHARACTERS);
    }
}
