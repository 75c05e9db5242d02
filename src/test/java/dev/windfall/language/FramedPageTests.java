package dev.windfall.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.thymeleaf.spring6.SpringTemplateEngine;

class FramedPageTests {

    private static final String TEMPLATE = """
            <html th:lang="${#locale}"><a th:text="${own.name()}">Ada</a> <b th:text="|no. ${own.number()}|">7</b>
            <form action="/logout"><input name="_csrf" th:value="${own.formToken()}"></form>
            <p th:if="${stale != null}" th:text="${stale}">Stale</p><i th:text="${shell}">Around</i>
            <th:block th:utext="${months}">November</th:block></html>""";

    private static final Own ADA = new Own("<b>&\"'Ada", "4711", () -> "token-of-ada");
    private static final Own BEN = new Own("Ben", "4712", () -> "token-of-ben");
    private static final List<String> OF_ADA = List.of("Ada", "4711", "of-ada", "<i>November</i>");
    private static final List<String> OF_BEN = List.of("Ben", "4712", "of-ben", "<i>Bens</i>");

    private final FramedPage page = new FramedPage(new SpringTemplateEngine(), TEMPLATE, Map.of(), 10_000);

    @AfterEach
    void forgetTheLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void showsNobodyWhatIsAnothersInAnyOrder() throws Exception {
        for (Locale language : List.of(Locale.UK, Locale.GERMANY, Locale.UK)) {
            LocaleContextHolder.setLocale(language);
            for (Map<String, Object> common :
                    List.of(Map.<String, Object>of(), Map.<String, Object>of("stale", "since 7"))) {
                assertThat(ofAda(common)).contains(OF_ADA).doesNotContain(OF_BEN);
                assertThat(ofBen(common)).contains(OF_BEN).doesNotContain(OF_ADA);
                assertThat(ofAda(common)).contains(OF_ADA).doesNotContain(OF_BEN);
            }
        }
        assertThat(page.stats().loadCount()).as("two languages, stale or not").isEqualTo(4);
    }

    @Test
    void rendersAnewWhatLooksDifferentAroundTheGaps() throws Exception {
        assertThat(ofAda(Map.of("stale", "since 7"))).contains("since 7");
        assertThat(ofBen(Map.of("stale", "since 8"))).contains("since 8").doesNotContain("since 7");
        assertThat(ofBen(Map.of())).doesNotContain("since");
        LocaleContextHolder.setLocale(Locale.GERMANY);
        assertThat(ofBen(Map.of())).contains("lang=\"de_DE\"");
    }

    @Test
    void takesNothingOfTheVisitorsForHtml() throws Exception {
        assertThat(ofAda(Map.of())).contains("<a>&lt;b&gt;&amp;&quot;&#39;Ada</a>");
    }

    @Test
    void saysWhatItSendsAndHowMuch() throws Exception {
        LocaleContextHolder.setLocale(Locale.GERMANY);

        var response = shownTo(new Own("Zoë €", "1", () -> ""), Map.of(), "");

        assertThat(response.getContentType()).isEqualTo("text/html;charset=UTF-8");
        assertThat(response.getHeader("Content-Language")).isEqualTo("de-DE");
        assertThat(response.getContentLength()).isEqualTo(response.getContentAsByteArray().length);
        assertThat(response.getContentAsString()).contains("Zoë €");
    }

    @Test
    void sendsNothingOfAPageWithAGapThatNobodyFills() {
        var response = new MockHttpServletResponse();
        var own = new Own("Ada", "7", () -> {
            throw new IllegalStateException("no token");
        });
        var view = page.view(Map.of(), Map.of("months", Html.of("")));

        assertThatThrownBy(() ->
                        view.render(Map.of("own", own, "shell", "around"), new MockHttpServletRequest(), response))
                .hasMessage("no token");

        assertThat(response.isCommitted()).isFalse();
        assertThat(response.getContentAsByteArray()).isEmpty();
    }

    /// 1,000 frames of more than 100 bytes each were made, and at most 100 of them are kept.
    @Test
    void keepsNoMoreThanItMay() throws Exception {
        for (int i = 0; i < 1000; i++) {
            ofAda(Map.of("stale", i));
        }

        await().until(() -> page.stats().evictionCount() >= 900);
    }

    private String ofAda(Map<String, Object> common) throws Exception {
        return shownTo(ADA, common, "<i>November</i>").getContentAsString();
    }

    private String ofBen(Map<String, Object> common) throws Exception {
        return shownTo(BEN, common, "<i>Bens</i>").getContentAsString();
    }

    private MockHttpServletResponse shownTo(Own own, Map<String, Object> common, String months) throws Exception {
        var response = new MockHttpServletResponse();
        page.view(common, Map.of("months", Html.of(months)))
                .render(Map.of("own", own, "shell", "around"), new MockHttpServletRequest(), response);
        return response;
    }
}
