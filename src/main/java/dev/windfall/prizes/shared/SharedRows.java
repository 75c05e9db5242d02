package dev.windfall.prizes.shared;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.stats.CacheStats;
import dev.windfall.draw.Draw;
import dev.windfall.draw.Prize;
import dev.windfall.draw.Tier;
import java.util.Locale;
import java.util.Set;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.TemplateSpec;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;

/// What the pages of many subscribers share, rendered once for all of them in each language: the one idea again, for
/// HTML. Templates have it as `rows` and put what it gives into the page as it is.
///
/// A key holds all that its row shows, so a row can't be stale; those that nobody asks for any more make room.
@Component
public class SharedRows {

    private static final String TEMPLATE = "prizes/rows";
    private static final int MAX_CHARACTERS = 16_000_000;

    private final ITemplateEngine templates;
    private final PrizeFormat format;
    private final Cache<Row, String> rendered = Caffeine.newBuilder()
            .maximumWeight(MAX_CHARACTERS)
            .weigher((Row row, String html) -> html.length())
            .recordStats()
            .build();

    public SharedRows(ITemplateEngine templates, PrizeFormat format) {
        this.templates = templates;
        this.format = format;
    }

    /// One prize: the tier and what its winner gets.
    public String prize(Tier tier) {
        return render("prize", tier);
    }

    /// A draw's date and number, with the way to its results.
    public String when(Draw draw) {
        return render("when", draw);
    }

    /// How often a row was there already, and how often it was rendered.
    public CacheStats stats() {
        return rendered.stats();
    }

    private String render(String fragment, Object shown) {
        return rendered.get(new Row(fragment, shown, LocaleContextHolder.getLocale()), this::render);
    }

    private String render(Row row) {
        var context = new Context(row.language());
        context.setVariable("shown", row.shown());
        if (row.shown() instanceof Tier tier) {
            context.setVariable("amount", format.prize(tier));
            context.setVariable("thing", tier.prize() instanceof Prize.Item);
        }
        return templates.process(new TemplateSpec(TEMPLATE, Set.of(row.fragment()), TemplateMode.HTML, null), context);
    }

    /// @param fragment of the template
    /// @param shown what it shows
    private record Row(String fragment, Object shown, Locale language) {}
}
