package dev.windfall.prizes.statement;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import dev.windfall.account.SignedIn;
import dev.windfall.draw.LotteryCalendar;
import dev.windfall.draw.LotterySettings;
import dev.windfall.prizes.SubscriberPrizes;
import dev.windfall.prizes.shared.PrizeFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/// Sets a subscriber's prizes as a document for print and archive, tagged for screen readers (PDF/UA-1).
@Component
class PdfStatements {

    /// Setting takes a processor for itself; pages come first.
    static final int AT_ONCE = 2;

    private static final int PATIENCE_S = 5;
    private static final String TEMPLATE = "prizes/statement";

    /// Comes with the library, under the SIL Open Font License; knows the letters of all our languages.
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private static final String STYLE = read("/templates/prizes/statement.css");

    private final ITemplateEngine templates;
    private final PrizeFormat format;
    private final LotterySettings lottery;
    private final LotteryCalendar calendar;
    final Semaphore capacity = new Semaphore(AT_ONCE, true);

    PdfStatements(ITemplateEngine templates, PrizeFormat format, LotterySettings lottery, LotteryCalendar calendar) {
        this.templates = templates;
        this.format = format;
        this.lottery = lottery;
        this.calendar = calendar;
    }

    /// @throws StatementsBusy when too many others wait
    byte[] set(SignedIn.Subscriber subscriber, SubscriberPrizes prizes, Locale language) {
        String page = page(subscriber, prizes, language);
        acquire();
        try {
            return set(page);
        } finally {
            capacity.release();
        }
    }

    private String page(SignedIn.Subscriber subscriber, SubscriberPrizes prizes, Locale language) {
        var context = new Context(
                language,
                Map.of(
                        "lotteryName", lottery.name(),
                        "subscriber", subscriber,
                        "prizes", prizes,
                        "format", format,
                        "style", STYLE,
                        "asOf", calendar.at(prizes.asOf())));
        return templates.process(TEMPLATE, context);
    }

    private static byte[] set(String page) {
        var out = new ByteArrayOutputStream();
        try {
            new PdfRendererBuilder()
                    .usePdfUaAccessibility(true)
                    .useFont(PdfStatements::font, "Liberation Sans")
                    .withHtmlContent(page, null)
                    .toStream(out)
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static String read(String resource) {
        try (InputStream in = PdfStatements.class.getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream font() {
        return Objects.requireNonNull(PDDocument.class.getResourceAsStream(FONT), FONT);
    }

    private void acquire() {
        try {
            if (!capacity.tryAcquire(PATIENCE_S, TimeUnit.SECONDS)) {
                throw new StatementsBusy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StatementsBusy();
        }
    }
}
