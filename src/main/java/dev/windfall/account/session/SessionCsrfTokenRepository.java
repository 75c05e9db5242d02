package dev.windfall.account.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.stereotype.Component;

/// The token of the forms of who is signed in stands in the signed cookie, so that no other session's token fits and
/// none can be planted. Before the sign-in there is no session to bind it to: a cookie of its own must do.
@Component
public class SessionCsrfTokenRepository implements CsrfTokenRepository {

    private static final String HEADER = "X-CSRF-TOKEN";
    private static final String PARAMETER = "_csrf";

    private final CookieCsrfTokenRepository beforeSignIn = new CookieCsrfTokenRepository();

    SessionCsrfTokenRepository() {
        beforeSignIn.setCookieName("windfall-form");
        beforeSignIn.setHeaderName(HEADER);
        beforeSignIn.setParameterName(PARAMETER);
        beforeSignIn.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        return SecurityContextHolder.getContext().getAuthentication() instanceof SessionAuthentication signedIn
                ? new DefaultCsrfToken(HEADER, PARAMETER, signedIn.session().formToken())
                : beforeSignIn.loadToken(request);
    }

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        return beforeSignIn.generateToken(request);
    }

    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        beforeSignIn.saveToken(token, request, response);
    }
}
