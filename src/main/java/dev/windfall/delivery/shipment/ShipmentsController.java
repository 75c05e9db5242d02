package dev.windfall.delivery.shipment;

import dev.windfall.account.SignedIn;
import dev.windfall.csv.Finding;
import dev.windfall.csv.Findings;
import dev.windfall.csv.SpreadsheetCsv;
import dev.windfall.delivery.EventType;
import dev.windfall.delivery.code.CodeLists;
import dev.windfall.delivery.code.StatusCodes;
import dev.windfall.delivery.shipment.Handovers.Outcome;
import dev.windfall.delivery.shipment.Shipment.Ending;
import dev.windfall.draw.LotteryCalendar;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Where staff hand prizes to carriers, one by one or by a file, see the last ones on their way, and take them back.
@Controller
class ShipmentsController {

    static final String PATH = "/admin/shipments";

    private static final int LISTED = 50;

    /// About which staff have to do something.
    private static final List<EventType> PROBLEMS = List.of(EventType.DELIVERY_FAILED, EventType.RETURN_TO_SENDER);

    /// In place of a file's name.
    private static final String TYPED = "form";

    private final Handovers handovers;
    private final HandoverTable shipments;
    private final StatusCodes codes;
    private final LotteryCalendar calendar;

    ShipmentsController(Handovers handovers, HandoverTable shipments, StatusCodes codes, LotteryCalendar calendar) {
        this.handovers = handovers;
        this.shipments = shipments;
        this.codes = codes;
        this.calendar = calendar;
    }

    /// What is typed in.
    record Form(
            @Nullable String drawNumber,
            @Nullable String subscriber,
            @Nullable String tier,
            @Nullable String carrier,
            @Nullable String trackingNumber) {

        /// The ids of its fields, in the order of a file's columns.
        private static final List<String> IDS =
                List.of("drawNumber", "subscriber", "tier", "carrier", "trackingNumber");

        /// As a row of a file would have it, so that both are checked alike.
        List<String> fields() {
            return Stream.of(drawNumber, subscriber, tier, carrier, trackingNumber)
                    .map(field -> Objects.requireNonNullElse(field, "").strip())
                    .toList();
        }

        /// What is wrong with it, in the words of a form.
        static List<Wrong> wrong(Findings findings) {
            return findings.first().stream().map(Form::wrong).toList();
        }

        private static Wrong wrong(Finding finding) {
            int column = HandoverFile.HEADER.indexOf(finding.field());
            return new Wrong(column < 0 ? "" : IDS.get(column), finding.reason());
        }
    }

    /// @param lists null as long as nobody has said what the carrier's codes mean
    record KnownCodes(String carrier, @Nullable CodeLists lists) {}

    /// @param field its id; empty where the whole form is meant
    /// @param reason what is wrong, and what to do about it
    record Wrong(String field, String reason) {}

    /// @param done how many prizes were handed over just now
    /// @param takenBack whether a parcel was taken back just now; null if nobody tried to
    /// @param asked a tracking number or a subscriber's
    /// @param problem as [EventType#key()] has it: those alone to which that happened last
    @GetMapping(PATH)
    String list(
            @RequestParam(defaultValue = "0") int done,
            @RequestParam(required = false) @Nullable Boolean takenBack,
            @RequestParam(name = "wanted", defaultValue = "") String asked,
            @RequestParam(defaultValue = "") String problem,
            Model model) {
        // what no text of the database can have
        String wanted = asked.replace("\0", "").strip();
        model.addAttribute("done", done);
        model.addAttribute("takenBack", takenBack);
        model.addAttribute("wanted", wanted);
        model.addAttribute("zone", calendar.zone());
        model.addAttribute("carriers", handovers.carriers());
        model.addAttribute(
                "codes", handovers.carriers().stream().map(this::known).toList());
        model.addAttribute("problem", problem);
        model.addAttribute("problems", PROBLEMS);
        model.addAttribute("most", LISTED);
        model.addAttribute(
                "shipments",
                problem.isEmpty()
                        ? shipments.find(wanted, LISTED)
                        : shipments.findStuck(problem.replace("\0", ""), wanted, LISTED));
        return "delivery/shipments";
    }

    private KnownCodes known(String carrier) {
        return new KnownCodes(carrier, codes.of(carrier).orElse(null));
    }

    @PostMapping(path = PATH, params = "drawNumber")
    String handOver(
            @ModelAttribute("form") Form form,
            @AuthenticationPrincipal SignedIn.Staff staff,
            Model model,
            HttpServletResponse response)
            throws IOException {
        Outcome outcome = handovers.take(TYPED, HandoverFile.of(form.fields()), staff.username());
        if (outcome.findings().isEmpty()) {
            return done(outcome);
        }
        model.addAttribute("wrong", Form.wrong(outcome.findings()));
        return refuse(model, response);
    }

    @PostMapping(path = PATH, params = "!drawNumber")
    String handOverAll(
            @RequestParam(required = false) @Nullable MultipartFile file,
            @AuthenticationPrincipal SignedIn.Staff staff,
            Model model,
            HttpServletResponse response)
            throws IOException {
        if (file == null
                || Objects.requireNonNullElse(file.getOriginalFilename(), "").isEmpty()) {
            model.addAttribute("noFile", true);
            return refuse(model, response);
        }
        try (InputStream in = file.getInputStream()) {
            Outcome outcome = handovers.take(Objects.requireNonNull(file.getOriginalFilename()), in, staff.username());
            if (outcome.findings().isEmpty()) {
                return done(outcome);
            }
            model.addAttribute("findings", outcome.findings());
            return refuse(model, response);
        }
    }

    private static String done(Outcome outcome) {
        return "redirect:%s?done=%d".formatted(PATH, outcome.count());
    }

    private String refuse(Model model, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        return list(0, null, "", "", model);
    }

    /// Goes back to the list as it was.
    ///
    /// @param ending as [Ending#key()] has it
    @PostMapping(PATH + "/{id}/end")
    String end(
            @PathVariable int id,
            @RequestParam("as") String ending,
            @RequestParam(defaultValue = "") String wanted,
            @RequestParam(defaultValue = "") String problem,
            @AuthenticationPrincipal SignedIn.Staff staff,
            RedirectAttributes list) {
        Optional<Ending> known = Arrays.stream(Ending.values())
                .filter(it -> it.key().equals(ending))
                .findFirst();
        if (known.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        list.addAttribute("wanted", wanted);
        list.addAttribute("problem", problem);
        list.addAttribute("takenBack", handovers.end(id, known.get(), staff.username()));
        return "redirect:" + PATH;
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
