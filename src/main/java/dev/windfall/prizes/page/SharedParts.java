package dev.windfall.prizes.page;

import static java.util.stream.Collectors.joining;

import com.github.benmanes.caffeine.cache.stats.CacheStats;
import dev.windfall.language.SharedHtml;
import dev.windfall.prizes.shared.PrizeFormat;
import dev.windfall.prizes.shared.SharedRows;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;

/// The parts of a subscriber's pages that look the same to all who won the same in them: most won nothing in a month,
/// and of the others many won one prize of the same tier. Templates have it as `parts`.
@Component
class SharedParts {

    private static final int MAX_CHARACTERS = 16_000_000;

    private final SharedHtml html;

    SharedParts(ITemplateEngine templates, SharedRows rows, PrizeFormat format) {
        html = new SharedHtml(templates, "prizes/own", Map.of("rows", rows, "format", format), MAX_CHARACTERS);
    }

    /// What was won in all, and up to where that is known.
    public String summary(Summary summary) {
        return html.of("at-a-glance", summary);
    }

    /// A chart for each currency.
    public String charts(List<WinningsChart> charts) {
        return each("chart", charts);
    }

    /// Each month under its name.
    public String months(List<OwnMonth> months) {
        return each("month", months);
    }

    /// The draws of a month.
    public String draws(OwnMonth month) {
        return html.of("draws", month);
    }

    /// The ways on from here: to earlier months, and to the same in files.
    ///
    /// @param files their address without its ending
    public String waysOn(String files) {
        return html.of("ways-on", files);
    }

    /// How often a part was there already, and how often it was rendered.
    CacheStats stats() {
        return html.stats();
    }

    private String each(String fragment, List<?> shown) {
        return shown.stream().map(it -> html.of(fragment, it)).collect(joining("\n"));
    }
}
