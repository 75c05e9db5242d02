package dev.windfall.account.access;

import dev.windfall.account.session.Session;
import dev.windfall.account.session.SessionAuthentication;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.web.util.UriUtils;

/// How those are answered who may not see what they ask for. The answer depends on the part of the application alone:
/// it gives no hint of what there is in it.
final class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    /// The longest address that is remembered over the sign-in, in characters; encoded, it still fits into a header.
    private static final int MAX_NEXT_LENGTH = 1000;

    /// Who is not signed in.
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
            throws IOException {
        askToSignIn(request, response);
    }

    private static void askToSignIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!Area.PERSONAL.matches(request)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (Area.API.matches(request)) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Cookie realm=\"Windfall\", form-action=\"/login\"");
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
        } else if (isForAPartOfAPage(request)) {
            response.setHeader("HX-Refresh", "true");
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            response.sendRedirect("/login" + next(request));
        }
    }

    /// Who is signed in as somebody else, or sends a form that is not this session's. Without a session, the form was
    /// most likely that of one which has ended.
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException cause)
            throws IOException {
        if (cause instanceof CsrfException && session().isEmpty() && Area.PERSONAL.matches(request)) {
            askToSignIn(request, response);
        } else if (cause instanceof CsrfException) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else if (!Area.PERSONAL.matches(request)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (mustChangePassword()) {
            response.sendRedirect("/account");
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    /// A page that keeps a part of itself up to date would show the login page in that part's place. It is told to load
    /// itself anew instead, and that leads to the sign-in.
    private static boolean isForAPartOfAPage(HttpServletRequest request) {
        return request.getHeader("HX-Request") != null;
    }

    private static boolean mustChangePassword() {
        return session().filter(Session::mustChangePassword).isPresent();
    }

    private static Optional<Session> session() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof SessionAuthentication signedIn
                ? Optional.of(signedIn.session())
                : Optional.empty();
    }

    /// The page to go on to after the sign-in; the login page looks at it with suspicion.
    private static String next(HttpServletRequest request) {
        if (!HttpMethod.GET.matches(request.getMethod())) {
            return "";
        }
        var query = request.getQueryString();
        var asked = request.getRequestURI() + (query == null ? "" : "?" + query);
        if (asked.length() > MAX_NEXT_LENGTH) {
            return "";
        }
        return "?next=" + UriUtils.encode(asked, StandardCharsets.UTF_8);
    }
}
