package dev.windfall.statement;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Counts what each request asks, from within the filter that makes the request known to its thread.
@Component
@ConditionalOnWebApplication
@Order(RequestStatementsFilter.ORDER)
final class RequestStatementsFilter extends OncePerRequestFilter {

    /// Right behind Spring's RequestContextFilter, and before Spring Security's chain.
    static final int ORDER = -104;

    private final Statements statements;

    RequestStatementsFilter(Statements statements) {
        this.statements = statements;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean through = false;
        try {
            chain.doFilter(request, response);
            through = true;
        } finally {
            boolean well = through && isAnAnswer(HttpStatusCode.valueOf(response.getStatus()));
            RequestStatements.current().ifPresent(asked -> statements.noteRequest(Route.current(), asked, well));
        }
    }

    private static boolean isAnAnswer(HttpStatusCode status) {
        return status.is2xxSuccessful() || status.isSameCodeAs(HttpStatus.NOT_MODIFIED);
    }
}
