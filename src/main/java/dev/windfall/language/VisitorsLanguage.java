package dev.windfall.language;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/// The language that a visitor chose, and otherwise the first of his browser's that there is.
///
/// Staff read English: what they compare and sign, findings and the audit trail, is recorded in English.
final class VisitorsLanguage extends CookieLocaleResolver {

    private static final Duration KEPT = Duration.ofDays(365);

    VisitorsLanguage() {
        super("windfall-language");
        setCookieMaxAge(KEPT);
        setCookieHttpOnly(true);
        setCookieSameSite("Lax");
        setRejectInvalidCookies(false);
        setDefaultLocaleFunction(VisitorsLanguage::ofBrowser);
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return isForStaff(request) ? Language.ENGLISH.locale() : super.resolveLocale(request);
    }

    @Override
    protected @Nullable Locale parseLocaleValue(String cookie) {
        return Language.ofTag(cookie).map(Language::locale).orElse(null);
    }

    private static Locale ofBrowser(HttpServletRequest request) {
        // without the header, the server's own locale would be named
        List<Locale> wanted = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null
                ? List.of()
                : Collections.list(request.getLocales());
        return Language.firstOf(wanted).orElse(Language.ENGLISH).locale();
    }

    private static boolean isForStaff(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.equals("/admin") || path.startsWith("/admin/");
    }
}
