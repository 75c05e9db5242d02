package dev.windfall.bench.lab;

import dev.windfall.Oracle;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/// The prizes that a subscriber reads on his page, in English and in the lotteries of the benchmarks: money, and all of
/// it in euros.
public final class ShownPrizes {

    private static final String CURRENCY = "EUR";

    private static final Pattern DRAW = Pattern.compile(
            "<li class=\"draw draw-won\">.*?<time datetime=\"([^\"]+)\".*?>Draw ([^<]+)</a>"
                    + ".*?<ul class=\"prizes\">(.*?)</ul>",
            Pattern.DOTALL);

    private static final Pattern PRIZE =
            Pattern.compile("<li>\\s*<span>([^<]*)</span>\\s*<strong>([^<]*)</strong>\\s*</li>");

    private ShownPrizes() {}

    /// @param page HTML
    /// @return in the order in which they stand there
    public static List<Oracle.Prize> on(String page) {
        List<Oracle.Prize> prizes = new ArrayList<>();
        DRAW.matcher(page)
                .results()
                .forEach(draw -> PRIZE.matcher(draw.group(3))
                        .results()
                        .map(prize -> prize(draw, prize))
                        .forEach(prizes::add));
        return prizes;
    }

    private static Oracle.Prize prize(MatchResult draw, MatchResult prize) {
        return new Oracle.Prize(
                HtmlUtils.htmlUnescape(draw.group(2)),
                LocalDate.parse(draw.group(1)),
                HtmlUtils.htmlUnescape(prize.group(1)),
                new BigDecimal(prize.group(2).replaceAll("[^0-9.]", "")),
                CURRENCY);
    }
}
