package dev.windfall.prizes.statement;

import static org.springframework.http.HttpHeaders.CONTENT_DISPOSITION;
import static org.springframework.http.HttpHeaders.RETRY_AFTER;

import dev.windfall.account.SignedIn;
import dev.windfall.draw.SubscriptionPeriod;
import dev.windfall.prizes.PrizesService;
import dev.windfall.prizes.SubscriberPrizes;
import dev.windfall.prizes.SubscriberPrizes.PeriodPrizes;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/// Files of one's prizes: of the last three periods, or of a single one of any time.
@Controller
class StatementController {

    private static final String RETRY_AFTER_S = "10";

    private final PrizesService service;
    private final PdfStatements documents;

    StatementController(PrizesService service, PdfStatements documents) {
        this.service = service;
        this.documents = documents;
    }

    @GetMapping({"/prizes/statement.csv", "/prizes/months/{period:[0-9]{6}}/statement.csv"})
    ResponseEntity<byte[]> csv(
            @PathVariable(required = false) @Nullable Integer period,
            @AuthenticationPrincipal SignedIn.Subscriber subscriber)
            throws IOException {
        SubscriberPrizes prizes = prizes(period, subscriber);
        var csv = new StringWriter();
        PrizesCsv.write(prizes, csv);
        var type = new MediaType("text", "csv", StandardCharsets.UTF_8);
        return file(prizes, type, "csv", csv.toString().getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping({"/prizes/statement.json", "/prizes/months/{period:[0-9]{6}}/statement.json"})
    ResponseEntity<PrizesJson> json(
            @PathVariable(required = false) @Nullable Integer period,
            @AuthenticationPrincipal SignedIn.Subscriber subscriber) {
        SubscriberPrizes prizes = prizes(period, subscriber);
        return file(prizes, MediaType.APPLICATION_JSON, "json", PrizesJson.of(prizes));
    }

    @GetMapping({"/prizes/statement.pdf", "/prizes/months/{period:[0-9]{6}}/statement.pdf"})
    ResponseEntity<byte[]> pdf(
            @PathVariable(required = false) @Nullable Integer period,
            @AuthenticationPrincipal SignedIn.Subscriber subscriber,
            Locale language) {
        SubscriberPrizes prizes = prizes(period, subscriber);
        return file(prizes, MediaType.APPLICATION_PDF, "pdf", documents.set(subscriber, prizes, language));
    }

    @ExceptionHandler
    void tellToComeBack(StatementsBusy busy, HttpServletResponse response) throws IOException {
        response.setHeader(RETRY_AFTER, RETRY_AFTER_S);
        response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }

    private SubscriberPrizes prizes(@Nullable Integer period, SignedIn.Subscriber subscriber) {
        Optional<SubscriberPrizes> prizes = period == null
                ? Optional.of(service.prizesOf(subscriber.number()))
                : SubscriptionPeriod.ofId(period).flatMap(wanted -> service.prizesOf(subscriber.number(), wanted));
        return prizes.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static <T> ResponseEntity<T> file(SubscriberPrizes prizes, MediaType type, String ending, T content) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(CONTENT_DISPOSITION, "attachment; filename=\"%s.%s\"".formatted(name(prizes), ending))
                .body(content);
    }

    /// `prizes-2026-09-2026-11`
    private static String name(SubscriberPrizes prizes) {
        List<String> months = prizes.periods().reversed().stream()
                .map(PeriodPrizes::period)
                .map(period -> period.month().toString())
                .toList();
        return months.stream()
                .filter(month -> month.equals(months.getFirst()) || month.equals(months.getLast()))
                .collect(Collectors.joining("-", "prizes-", ""));
    }
}
