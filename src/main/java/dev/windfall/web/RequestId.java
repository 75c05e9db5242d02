package dev.windfall.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/// Gives each request a name, by which who asks for help and who reads the log mean the same. A load balancer that has
/// named it already (`X-Request-Id`) is followed. It names the request and nobody who made it.
///
/// A valve rather than a filter: what Tomcat logs of a request that failed has the name as well.
final class RequestId extends ValveBase {

    private static final String HEADER = "X-Request-Id";

    /// Under which lines of the log have it.
    private static final String LOGGED_AS = "requestId";

    private static final String ATTRIBUTE = RequestId.class.getName();

    /// As tools make them, with or without hyphens: can do no harm in a log, a header or a page, and is nobody's name
    /// or number.
    private static final Pattern HARMLESS = Pattern.compile(
            "[0-9a-f]{16}|[0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", Pattern.CASE_INSENSITIVE);

    RequestId() {
        super(true);
    }

    /// Empty for what the server refused before it was a request.
    static String of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof String id ? id : "";
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        String id = id(request.getHeader(HEADER));
        request.setAttribute(ATTRIBUTE, id);
        response.setHeader(HEADER, id);
        MDC.put(LOGGED_AS, id);
        try {
            getNext().invoke(request, response);
        } finally {
            MDC.remove(LOGGED_AS);
        }
    }

    private static String id(@Nullable String given) {
        return given != null && HARMLESS.matcher(given).matches()
                ? given
                : HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    }
}
