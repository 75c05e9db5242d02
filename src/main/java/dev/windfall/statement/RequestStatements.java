package dev.windfall.statement;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/// What a single request has asked so far, statement by statement.
final class RequestStatements {

    private static final String ATTRIBUTE = RequestStatements.class.getName();

    /// By names, so that it doesn't help to ask in other words each time.
    private final Map<String, Integer> times = new HashMap<>();

    private int total;

    /// Those of the request that is being answered here.
    static Optional<RequestStatements> current() {
        return Optional.ofNullable(RequestContextHolder.getRequestAttributes()).map(RequestStatements::of);
    }

    private static RequestStatements of(RequestAttributes request) {
        if (request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST) instanceof RequestStatements begun) {
            return begun;
        }
        var begun = new RequestStatements();
        request.setAttribute(ATTRIBUTE, begun, RequestAttributes.SCOPE_REQUEST);
        return begun;
    }

    synchronized void add(String statement) {
        total++;
        times.merge(statement, 1, Integer::sum);
    }

    /// A COPY is never one too many: to ask for several at once would be to hold all of their rows at once.
    synchronized void addCopy() {
        total++;
    }

    synchronized int total() {
        return total;
    }

    synchronized Map<String, Integer> moreOftenThan(int limit) {
        if (total <= limit) {
            return Map.of();
        }
        return times.entrySet().stream()
                .filter(statement -> statement.getValue() > limit)
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
