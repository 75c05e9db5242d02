package dev.windfall.monitoring;

import static dev.windfall.measure.Measuring.carefully;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.observation.DefaultServerRequestObservationConvention;
import org.springframework.http.server.observation.ServerRequestObservationContext;
import org.springframework.http.server.observation.ServerRequestObservationConvention;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/// Times requests under the name and the labels by which Spring knows them. An observation of each, from which traces
/// are made, takes time of every page; so those are left to who wants traces (decision 15), and this keeps a timer
/// at hand for each kind of request.
@Component
@ConditionalOnWebApplication
@Profile("!tracing")
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class RequestTimes extends OncePerRequestFilter {

    private static final Set<String> METHODS =
            Arrays.stream(HttpMethod.values()).map(HttpMethod::name).collect(Collectors.toUnmodifiableSet());

    private static final String OTHER_METHOD = "UNKNOWN";

    private final MeterRegistry meters;
    private final ServerRequestObservationConvention labels = new DefaultServerRequestObservationConvention();
    private final Map<Kind, Timer> timers = new ConcurrentHashMap<>();

    RequestTimes(MeterRegistry meters) {
        this.meters = meters;
    }

    /// Requests that have all labels in common: as many as the program has routes, statuses and failures.
    private record Kind(
            String method,
            @Nullable Object route,
            int status,
            @Nullable Class<? extends Throwable> failure) {}

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long beganNs = System.nanoTime();
        try {
            chain.doFilter(request, response);
        } catch (ServletException | IOException | RuntimeException | Error e) {
            // which is what who asked is about to be told
            response.setStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
            carefully(() -> record(request, response, cause(e), beganNs));
            throw e;
        }
        carefully(() -> record(request, response, null, beganNs));
    }

    private static Throwable cause(Throwable e) {
        return e instanceof ServletException && e.getCause() != null ? e.getCause() : e;
    }

    private void record(
            HttpServletRequest request, HttpServletResponse response, @Nullable Throwable failure, long beganNs) {
        long tookNs = System.nanoTime() - beganNs;
        var kind = new Kind(
                method(request),
                request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE),
                response.getStatus(),
                failure == null ? null : failure.getClass());
        timers.computeIfAbsent(kind, it -> timer(it, request, response, failure))
                .record(tookNs, TimeUnit.NANOSECONDS);
    }

    private Timer timer(
            Kind kind, HttpServletRequest request, HttpServletResponse response, @Nullable Throwable failure) {
        var context = new ServerRequestObservationContext(request, response);
        if (kind.route() != null) {
            context.setPathPattern(kind.route().toString());
        }
        if (failure != null) {
            context.setError(failure);
        }
        return Timer.builder("http.server.requests")
                .description("Requests that were answered, by route, status and what went wrong")
                .tags(labels.getLowCardinalityKeyValues(context).stream()
                        .map(label -> Tag.of(label.getKey(), label.getValue()))
                        .toList())
                .register(meters);
    }

    /// Who asks may send whatever he likes for a method.
    private static String method(HttpServletRequest request) {
        return METHODS.contains(request.getMethod()) ? request.getMethod() : OTHER_METHOD;
    }
}
