package dev.windfall.prizes.shared;

import com.github.benmanes.caffeine.cache.stats.CacheStats;
import dev.windfall.draw.Draw;
import dev.windfall.draw.Tier;
import dev.windfall.language.Html;
import dev.windfall.language.SharedHtml;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;

/// The rows that are the same on many pages. Templates have it as `rows` and put what it gives into the page as it is.
@Component
public class SharedRows implements MeterBinder {

    private static final int MAX_BYTES = 2_000_000;

    private final SharedHtml html;

    public SharedRows(ITemplateEngine templates, PrizeFormat format) {
        html = new SharedHtml(templates, "prizes/rows", Map.of("format", format), MAX_BYTES);
    }

    /// One prize: the tier and what its winner gets.
    public Html prize(Tier tier) {
        return html.of("prize", tier);
    }

    /// A draw's date and number, with the way to its results.
    public Html when(Draw draw) {
        return html.of("when", draw);
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        html.meters("shared-rows").bindTo(meters);
    }

    /// How often a row was there already, and how often it was rendered.
    public CacheStats stats() {
        return html.stats();
    }
}
