package dev.windfall.monitoring;

import dev.windfall.monitoring.Dashboards.Look;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// How this node fares, as a page and as a stream of what changes on it. Goes on without the database.
@Controller
@ConditionalOnWebApplication
class DashboardController {

    static final String UPDATES = "/admin/dashboard/updates";

    /// After which who watches has to ask again, and is asked again who he is.
    private static final Duration SITTING = Duration.ofSeconds(30);

    /// With which the page waits for what only the database knows.
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private static final String RETRY_AFTER_S = "30";

    private final Dashboards dashboards;
    private final ImportsUnderWay imports;
    private final Recorder recorder;
    private final Audience audience;

    DashboardController(Dashboards dashboards, ImportsUnderWay imports, Recorder recorder, Audience audience) {
        this.dashboards = dashboards;
        this.imports = imports;
        this.recorder = recorder;
        this.audience = audience;
    }

    @GetMapping("/admin/dashboard")
    String show(@RequestParam(defaultValue = "quarter") Span span, Locale language, Model model) {
        if (audience.isEmpty()) {
            imports.look(PATIENCE);
        }
        model.addAttribute("span", span);
        model.addAttribute("spans", Span.values());
        model.addAttribute("live", dashboards.html(new Look(span, language)));
        return "monitoring/dashboard";
    }

    /// Server-sent events, each of which is the part of the page that shows figures. A thread of its own waits for each
    /// who watches, so that one who reads slowly keeps nobody waiting, and misses what he has no time for.
    @GetMapping(UPDATES)
    void update(@RequestParam(defaultValue = "quarter") Span span, Locale language, HttpServletResponse response)
            throws IOException, InterruptedException {
        long known = recorder.readings();
        Optional<Audience.Seat> free = audience.seat();
        if (free.isEmpty()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_S);
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        }
        try (Audience.Seat _ = free.get()) {
            response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
            response.setCharacterEncoding(StandardCharsets.UTF_8);
            // a proxy that waits for the end would wait for good
            response.setHeader("X-Accel-Buffering", "no");
            tellOnAndOn(new Look(span, language), known, response.getWriter());
        }
    }

    private void tellOnAndOn(Look look, long known, PrintWriter events) throws InterruptedException {
        events.write("retry: 1000\n\n");
        events.flush();
        long endNs = System.nanoTime() + SITTING.toNanos();
        long told = known;
        // a writer that can't write says so in no other way: who watched has gone
        while (!events.checkError()
                && endNs - System.nanoTime() > 0
                && recorder.awaitReadingAfter(told, Duration.ofNanos(endNs - System.nanoTime()))) {
            told = recorder.readings();
            tell(dashboards.html(look), events);
        }
    }

    private static void tell(String html, PrintWriter events) {
        html.lines().forEach(line -> events.write("data: " + line + "\n"));
        events.write("\n");
    }
}
