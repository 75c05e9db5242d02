package dev.windfall.prizes.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windfall.account.SignedIn;
import dev.windfall.account.SubscriptionTerm;
import dev.windfall.account.session.Session;
import dev.windfall.account.session.SessionAuthentication;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.request.ServletWebRequest;

class PageTagTests {

    private static final UUID SESSION = UUID.randomUUID();

    private final PageTag tag = new PageTag("release 1");

    @AfterEach
    void forgetTheLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void isTheSameForTheSamePage() {
        assertThat(tagOf(tag, SESSION, 17, Optional.empty())).isEqualTo(tagOf(tag, SESSION, 17, Optional.empty()));
        assertThat(tagOf(tag, SESSION, 17)).startsWith("W/\"");
    }

    @Test
    void isAnotherForWhateverIsShown() {
        String before = tagOf(tag, SESSION, 17);

        assertThat(tagOf(tag, SESSION, 18)).isNotEqualTo(before);
        assertThat(tagOf(tag, SESSION, 1, 7)).isNotEqualTo(before);
    }

    @Test
    void isAnotherForAnotherSession() {
        String before = tagOf(tag, SESSION, 17);

        assertThat(tagOf(tag, UUID.randomUUID(), 17)).isNotEqualTo(before);
        assertThat(tagOf(tag, null, 17)).isNotEqualTo(before);
    }

    @Test
    void isAnotherInAnotherLanguage() {
        LocaleContextHolder.setLocale(Locale.UK);
        String before = tagOf(tag, SESSION, 17);
        LocaleContextHolder.setLocale(Locale.GERMANY);

        assertThat(tagOf(tag, SESSION, 17)).isNotEqualTo(before);
    }

    @Test
    void isAnotherForAnotherRelease() {
        assertThat(tagOf(new PageTag("release 2"), SESSION, 17)).isNotEqualTo(tagOf(tag, SESSION, 17));
    }

    @Test
    void tellsABrowserThatItsCopyHolds() {
        var request = request(SESSION);
        request.addHeader("If-None-Match", tagOf(tag, SESSION, 17));
        var response = new MockHttpServletResponse();

        assertThat(tag.isHeldBy(new ServletWebRequest(request, response), 17)).isTrue();
        assertThat(response.getStatus()).isEqualTo(304);
    }

    private static String tagOf(PageTag tag, @Nullable UUID session, Object... shown) {
        var response = new MockHttpServletResponse();
        assertThat(tag.isHeldBy(new ServletWebRequest(request(session), response), shown))
                .isFalse();
        return String.valueOf(response.getHeader("ETag"));
    }

    private static MockHttpServletRequest request(@Nullable UUID session) {
        var request = new MockHttpServletRequest("GET", "/prizes");
        if (session != null) {
            var owner = new SignedIn.Subscriber(7, "Seven", new SubscriptionTerm.None());
            request.setUserPrincipal(new SessionAuthentication(
                    new Session(session, owner, 1, false, "token", Instant.EPOCH, Instant.MAX)));
        }
        return request;
    }
}
