package dev.windfall.prizes.statement;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
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
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/// Sets a subscriber's prizes as a document for print and archive, tagged for screen readers (PDF/UA-1).
@Component
class PdfStatements implements DisposableBean {

    /// More of them than this at the same time would make pages slow.
    static final int AT_ONCE = 4;

    private static final String TEMPLATE = "prizes/statement";

    /// Comes with the library, under the SIL Open Font License; knows the letters of all our languages.
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private static final String STYLE = read("/templates/prizes/statement.css");

    private final ITemplateEngine templates;
    private final PrizeFormat format;
    private final LotterySettings lottery;
    private final LotteryCalendar calendar;
    final SettingRoom room = new SettingRoom(AT_ONCE);

    PdfStatements(ITemplateEngine templates, PrizeFormat format, LotterySettings lottery, LotteryCalendar calendar) {
        this.templates = templates;
        this.format = format;
        this.lottery = lottery;
        this.calendar = calendar;
        XRLog.setLoggerImpl(new LibraryLog());
    }

    /// @throws StatementsBusy when too many are being set, or the subscriber waits for one already
    byte[] set(SignedIn.Subscriber subscriber, SubscriberPrizes prizes, Locale language) {
        return room.set(subscriber.number(), () -> {
            // amounts are written in the language of the thread
            LocaleContextHolder.setLocale(language);
            try {
                return set(page(subscriber, prizes, language));
            } finally {
                LocaleContextHolder.resetLocaleContext();
            }
        });
    }

    @Override
    public void destroy() {
        room.close();
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
}
