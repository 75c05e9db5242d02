package dev.windfall.audit;

import dev.windfall.draw.LotteryCalendar;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The audit trail for staff: to read, newest first, and to take along whole.
@Controller
class AuditController {

    private static final int PAGE = 50;

    private final JdbcAuditTrail trail;
    private final AuditWatch watch;
    private final ZoneId zone;

    AuditController(JdbcAuditTrail trail, AuditWatch watch, LotteryCalendar calendar) {
        this.trail = trail;
        this.watch = watch;
        this.zone = calendar.zone();
    }

    /// @param before shows entries with smaller numbers only
    @GetMapping("/admin/audit")
    String show(@RequestParam(defaultValue = "9223372036854775807") long before, Model model) {
        List<AuditEntry> entries = trail.page(before, PAGE);
        model.addAttribute("entries", entries);
        model.addAttribute("inspection", watch.inspect());
        model.addAttribute("zone", zone);
        if (entries.size() == PAGE) {
            model.addAttribute("older", entries.getLast().id());
        }
        return "audit/audit";
    }

    /// For spreadsheets: a field that they would take for a formula begins with an apostrophe.
    @GetMapping("/admin/audit.csv")
    void exportCsv(HttpServletResponse response) throws IOException {
        prepare(response, "text/csv", "audit.csv");
        try (var csv = new AuditExport.Csv(response.getWriter())) {
            watch.follow(csv::write);
        }
    }

    /// For programs, an object a line: exact, so that the hashes can be computed again.
    @GetMapping("/admin/audit.ndjson")
    void exportJson(HttpServletResponse response) throws IOException {
        prepare(response, "application/x-ndjson", "audit.ndjson");
        var json = new AuditExport.Json(response.getWriter());
        watch.follow(json::write);
    }

    private static void prepare(HttpServletResponse response, String type, String file) {
        response.setContentType(type);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s\"".formatted(file));
    }
}
