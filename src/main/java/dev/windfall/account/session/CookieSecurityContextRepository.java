package dev.windfall.account.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/// Keeps nothing on the server: the security context is in the signed cookie.
///
/// Not a bearer token's resolver, although the cookie is a JWT: Spring Security exempts those from the CSRF check, and
/// browsers send this one by themselves.
@Component
public class CookieSecurityContextRepository implements SecurityContextRepository {

    private final Sessions sessions;

    CookieSecurityContextRepository(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new CookieSecurityContext(() -> session(request));
    }

    @Override
    @SuppressWarnings("deprecation") // the interface still demands it
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return loadDeferredContext(holder.getRequest()).get();
    }

    /// Writes or deletes the cookie.
    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        if (context.getAuthentication() instanceof SessionAuthentication signedIn) {
            var session = signedIn.session();
            var age = Duration.between(session.since(), session.until());
            HttpOnlyCookie.SESSION.write(request, response, sessions.toCookie(session), age);
        } else {
            HttpOnlyCookie.SESSION.delete(request, response);
        }
    }

    /// Signs in for the rest of the request and, by the cookie, for those that follow. Ends the session whose cookie is
    /// overwritten: its owner could no longer sign out of it, and a copy of the cookie would go on.
    public void save(Session session, HttpServletRequest request, HttpServletResponse response) {
        session(request).ifPresent(sessions::end);
        var context = new SecurityContextImpl(new SessionAuthentication(session));
        SecurityContextHolder.setContext(context);
        saveContext(context, request, response);
    }

    /// Signs out for the rest of the request and, without the cookie, for those that follow.
    public void clear(HttpServletRequest request, HttpServletResponse response) {
        SecurityContextHolder.clearContext();
        HttpOnlyCookie.SESSION.delete(request, response);
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return session(request).isPresent();
    }

    private Optional<Session> session(HttpServletRequest request) {
        return HttpOnlyCookie.SESSION.read(request).flatMap(sessions::ofCookie);
    }
}
