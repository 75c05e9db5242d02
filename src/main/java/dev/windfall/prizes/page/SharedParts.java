package dev.windfall.prizes.page;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.stats.CacheStats;
import dev.windfall.language.Html;
import dev.windfall.language.SharedHtml;
import dev.windfall.measure.CacheMeters;
import dev.windfall.prizes.page.OwnPage.ParcelNews;
import dev.windfall.prizes.shared.PrizeFormat;
import dev.windfall.prizes.shared.SharedRows;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;

/// The parts of a subscriber's pages, put together from pieces that look the same to many: the outline of a month, and
/// each draw with what was won in it, which is nothing for most and one prize of the same tier for many others.
/// Templates have it as `parts`.
@Component
class SharedParts implements MeterBinder {

    private static final int MAX_BYTES = 16_000_000;

    /// Kinds of pages that are kept put together; each holds pieces in common with the others, and little else.
    private static final int MAX_PAGES = 2000;

    /// About what one of them takes beside the pieces.
    private static final long PAGE_BYTES = 1_000;

    private final SharedHtml html;
    private final Cache<Kind, Html> pages =
            Caffeine.newBuilder().maximumSize(MAX_PAGES).recordStats().build();

    SharedParts(ITemplateEngine templates, SharedRows rows, PrizeFormat format, ZoneId lotteryTimeZone) {
        html = new SharedHtml(
                templates, "prizes/own", Map.of("rows", rows, "format", format, "zone", lotteryTimeZone), MAX_BYTES);
    }

    /// What was won in all, how it came, and each month.
    public Html page(OwnPage page) {
        return pages.get(new Kind(page, LocaleContextHolder.getLocale()), _ -> putTogether(page));
    }

    private Html putTogether(OwnPage page) {
        return Html.joined(List.of(
                summary(page.summary()), parcels(page.parcels()), charts(page.charts()), months(page.months())));
    }

    /// What was won in all, and up to where that is known.
    private Html summary(Summary summary) {
        return html.of("at-a-glance", summary.outline(), Map.of("totals", html.of("totals", summary.winnings())));
    }

    /// News of parcels, if there are any.
    private Html parcels(List<ParcelNews> parcels) {
        return parcels.isEmpty()
                ? Html.joined(List.of())
                : html.of("parcels", "", Map.of("news", each("parcel", parcels)));
    }

    /// A chart for each currency.
    private Html charts(List<WinningsChart> charts) {
        return each(charts, this::chart);
    }

    private Html chart(WinningsChart chart) {
        return html.of(
                "chart", chart.outline(), Map.of("bars", each("bar", chart.bars()), "sums", each("sum", chart.sums())));
    }

    /// Each month under its name.
    private Html months(List<OwnMonth> months) {
        return each(months, month -> month("month", month));
    }

    /// The draws of a month.
    public Html draws(OwnMonth month) {
        return month("draws", month);
    }

    private Html month(String fragment, OwnMonth month) {
        return html.of(
                fragment,
                month.outline(),
                Map.of("wonRows", each("won", month.won()), "notWonRows", each("not-won", month.notWon())));
    }

    /// The ways on from here: to earlier months, and to the same in files.
    ///
    /// @param files their address without its ending
    public Html waysOn(String files) {
        return html.of("ways-on", files);
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        html.meters("shared-parts").bindTo(meters);
        new CacheMeters("own-pages", pages, () -> PAGE_BYTES * pages.estimatedSize()).bindTo(meters);
    }

    /// How often a part was there already, and how often it was rendered.
    CacheStats stats() {
        return html.stats();
    }

    private Html each(String fragment, List<?> shown) {
        return each(shown, it -> html.of(fragment, it));
    }

    private static <T> Html each(List<T> shown, Function<T, Html> html) {
        return Html.joined(shown.stream().map(html).toList());
    }

    private record Kind(OwnPage page, Locale language) {}
}
