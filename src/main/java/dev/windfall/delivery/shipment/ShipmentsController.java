package dev.windfall.delivery.shipment;

import dev.windfall.account.SignedIn;
import dev.windfall.csv.SpreadsheetCsv;
import dev.windfall.delivery.shipment.Handovers.Outcome;
import dev.windfall.draw.LotteryCalendar;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// Where staff hand prizes to carriers, one by one or by a file, and see the last ones on their way.
@Controller
class ShipmentsController {

    static final String PATH = "/admin/shipments";

    private static final int LISTED = 50;

    /// In place of a file's name.
    private static final String TYPED = "form";

    private final Handovers handovers;
    private final HandoverTable shipments;
    private final LotteryCalendar calendar;

    ShipmentsController(Handovers handovers, HandoverTable shipments, LotteryCalendar calendar) {
        this.handovers = handovers;
        this.shipments = shipments;
        this.calendar = calendar;
    }

    /// What is typed in.
    record Form(
            @Nullable String drawNumber,
            @Nullable String subscriber,
            @Nullable String tier,
            @Nullable String carrier,
            @Nullable String trackingNumber) {

        /// As a row of a file would have it, so that both are checked alike.
        List<String> fields() {
            return Stream.of(drawNumber, subscriber, tier, carrier, trackingNumber)
                    .map(field -> Objects.requireNonNullElse(field, "").strip())
                    .toList();
        }
    }

    /// @param done how many prizes were handed over just now
    /// @param asked a tracking number or a subscriber's
    @GetMapping(PATH)
    String list(
            @RequestParam(defaultValue = "0") int done,
            @RequestParam(name = "wanted", defaultValue = "") String asked,
            Model model) {
        // what no text of the database can have
        String wanted = asked.replace("\0", "").strip();
        model.addAttribute("done", done);
        model.addAttribute("wanted", wanted);
        model.addAttribute("zone", calendar.zone());
        model.addAttribute("carriers", handovers.carriers());
        model.addAttribute("shipments", shipments.find(wanted, LISTED));
        return "delivery/shipments";
    }

    @PostMapping(path = PATH, params = "drawNumber")
    String handOver(
            @ModelAttribute("form") Form form,
            @AuthenticationPrincipal SignedIn.Staff staff,
            Model model,
            HttpServletResponse response)
            throws IOException {
        return show(handovers.take(TYPED, HandoverFile.of(form.fields()), staff.username()), model, response);
    }

    @PostMapping(path = PATH, params = "!drawNumber")
    String handOverAll(
            @RequestParam MultipartFile file,
            @AuthenticationPrincipal SignedIn.Staff staff,
            Model model,
            HttpServletResponse response)
            throws IOException {
        try (InputStream in = file.getInputStream()) {
            String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
            return show(handovers.take(name, in, staff.username()), model, response);
        }
    }

    private String show(Outcome outcome, Model model, HttpServletResponse response) {
        if (outcome.findings().isEmpty()) {
            return "redirect:%s?done=%d".formatted(PATH, outcome.count());
        }
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        model.addAttribute("findings", outcome.findings());
        return list(0, "", model);
    }

    /// The things that were won and not handed over, in the form of a file of handovers: staff add carrier and number.
    @GetMapping(PATH + "/waiting.csv")
    void exportWaiting(HttpServletResponse response) throws IOException {
        response.setContentType("text/csv");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"waiting.csv\"");
        try (var csv = new SpreadsheetCsv(response.getWriter(), HandoverFile.HEADER)) {
            handovers.waiting().forEach(prize -> csv.write(prize.fields()));
        }
    }
}
