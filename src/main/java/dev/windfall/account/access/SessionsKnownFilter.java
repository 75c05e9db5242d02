package dev.windfall.account.access;

import dev.windfall.account.session.Sessions;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/// Says that nothing personal can be shown now while the node, started without its database, can't know who is signed
/// in. Nobody is sent to a login page that can't work.
final class SessionsKnownFilter extends OncePerRequestFilter {

    private final Sessions sessions;
    private final RequestMatcher needSessions = new OrRequestMatcher(Area.PERSONAL, Area.SIGN_IN);

    SessionsKnownFilter(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (sessions.areKnown() || !needSessions.matches(request)) {
            chain.doFilter(request, response);
            return;
        }
        response.setHeader(HttpHeaders.RETRY_AFTER, "10");
        response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }
}
