package dev.windfall.account.access;

import dev.windfall.account.session.SessionAuthentication;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/// Turns the uploads of those who are not staff away unread. The search for a form's token reads the whole body, and
/// would do so for strangers too.
final class UploadsByStaffFilter extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (Upload.isOne(request) && !isStaff()) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isStaff() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof SessionAuthentication signedIn
                && AuthorityUtils.authorityListToSet(signedIn.getAuthorities())
                        .contains("ROLE_" + SessionAuthentication.STAFF);
    }
}
