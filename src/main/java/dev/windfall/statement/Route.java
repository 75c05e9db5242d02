package dev.windfall.statement;

import java.util.Optional;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.servlet.HandlerMapping;

/// Where a request goes, as controllers name it: `/draws/{id}`. So there are as many as there are controllers' methods,
/// and nobody's number is in any.
final class Route {

    /// Of what no request asks: polls, refreshes, imports, starts.
    static final String BACKGROUND = "background";

    /// Of a request that is still in the filters, or goes nowhere.
    static final String UNMATCHED = "unmatched";

    private Route() {}

    /// Of the request that is being answered here.
    static String current() {
        return Optional.ofNullable(RequestContextHolder.getRequestAttributes())
                .map(Route::of)
                .orElse(BACKGROUND);
    }

    private static String of(RequestAttributes request) {
        Object pattern =
                request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
        return pattern == null ? UNMATCHED : pattern.toString();
    }
}
