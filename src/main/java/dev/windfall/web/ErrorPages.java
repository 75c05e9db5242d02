package dev.windfall.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriUtils;

/// Every error ends here, whatever it came from: as a page for people, as an RFC 9457 problem for programs. Neither
/// says more than the status does; what went wrong is in the log.
@Controller
class ErrorPages implements ErrorController {

    private static final Set<Integer> EXPLAINED = Set.of(400, 401, 403, 404, 405, 413, 429, 500, 503);

    private final MessageSource messages;

    ErrorPages(MessageSource messages) {
        this.messages = messages;
    }

    @RequestMapping("/error")
    Object show(HttpServletRequest request, Locale locale) {
        HttpStatus status = status(request);
        return isForPeople(request) ? page(request, status) : problem(request, status, locale);
    }

    private static ModelAndView page(HttpServletRequest request, HttpStatus status) {
        return new ModelAndView("error", Map.of("key", key(status), "requestId", RequestId.of(request)), status);
    }

    private ResponseEntity<ProblemDetail> problem(HttpServletRequest request, HttpStatus status, Locale locale) {
        ProblemDetail problem = ProblemDetail.forStatus(status);
        problem.setInstance(askedFor(request));
        problem.setProperty("requestId", RequestId.of(request));
        problem.setDetail(messages.getMessage("error.%d.text".formatted(key(status)), null, locale));
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static boolean isForPeople(HttpServletRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        return !askedFor(request).getPath().startsWith("/api/")
                && accepted != null
                && accepted.contains(MediaType.TEXT_HTML_VALUE);
    }

    /// The path of the request that failed; the root if that is no path at all.
    private static URI askedFor(HttpServletRequest request) {
        try {
            return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String path
                    ? new URI(null, null, UriUtils.decode(path, StandardCharsets.UTF_8), null)
                    : URI.create("/");
        } catch (URISyntaxException | IllegalArgumentException malformed) {
            return URI.create("/");
        }
    }

    private static HttpStatus status(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus status = code instanceof Integer number ? HttpStatus.resolve(number) : HttpStatus.NOT_FOUND;
        return status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
    }

    /// The status whose texts fit: its own where there are some, otherwise the general one of its kind.
    private static int key(HttpStatus status) {
        if (EXPLAINED.contains(status.value())) {
            return status.value();
        }
        return status.is4xxClientError() ? 400 : 500;
    }
}
