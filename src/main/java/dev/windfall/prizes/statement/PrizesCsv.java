package dev.windfall.prizes.statement;

import dev.windfall.csv.SpreadsheetCsv;
import dev.windfall.draw.Draw;
import dev.windfall.draw.Money;
import dev.windfall.draw.Prize;
import dev.windfall.draw.Tier;
import dev.windfall.prizes.SubscriberPrizes;
import dev.windfall.prizes.SubscriberPrizes.DrawPrizes;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/// A subscriber's prizes as rows, newest first: one for each prize. Amounts are exact, with a point; that of an item is
/// its nominal value.
final class PrizesCsv {

    /// Without it, spreadsheets take UTF-8 for something else.
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private static final List<String> COLUMNS =
            List.of("period", "draw_no", "draw_date", "tier", "item", "amount", "currency");

    private PrizesCsv() {}

    static void write(SubscriberPrizes prizes, Writer out) throws IOException {
        out.write(BYTE_ORDER_MARK);
        try (var csv = new SpreadsheetCsv(out, COLUMNS)) {
            prizes.periods().stream().flatMap(period -> period.draws().stream()).forEach(draw -> write(draw, csv));
        }
    }

    private static void write(DrawPrizes draw, SpreadsheetCsv csv) {
        draw.prizes().forEach(tier -> csv.write(row(draw.draw(), tier)));
    }

    private static List<String> row(Draw draw, Tier tier) {
        Money value = tier.prize().value();
        return List.of(
                Integer.toString(draw.period().id()),
                draw.number(),
                draw.date().toString(),
                tier.name(),
                tier.prize() instanceof Prize.Item(String name, Money _) ? name : "",
                value.plainAmount(),
                value.currency().getCurrencyCode());
    }
}
