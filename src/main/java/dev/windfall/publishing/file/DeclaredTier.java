package dev.windfall.publishing.file;

import static dev.windfall.csv.Finding.quoted;

import dev.windfall.csv.CsvRow;
import dev.windfall.draw.Money;
import dev.windfall.draw.Tier;

/// A tier of a draw that is coming in, and how many of its prizes have come. Nearly every row writes the amount as it
/// is written here, so that comparing texts decides.
final class DeclaredTier {

    private final Tier tier;
    private final String amount;
    private final String currency;
    private long count;

    DeclaredTier(Tier tier) {
        Money value = tier.prize().value();
        this.tier = tier;
        this.amount = value.plainAmount();
        this.currency = value.currency().getCurrencyCode();
    }

    void count() {
        count++;
    }

    boolean isComplete() {
        return count == tier.winnersCount();
    }

    /// Whether the row's prize is this tier's, to the cent; if not, it is told.
    boolean isWorth(CsvRow row) {
        String given = row.text(WinnersFile.AMOUNT);
        if (!currency.equals(row.text(WinnersFile.CURRENCY))) {
            return refuse(row, WinnersFile.CURRENCY);
        }
        return amount.equals(given) || Amounts.isWorth(tier.prize().value(), given) || refuse(row, WinnersFile.AMOUNT);
    }

    String difference(String drawNumber) {
        return "%d prizes of tier %s are declared in draw %s, and its winners files hold %d: %s, or correct the prize table"
                .formatted(
                        tier.winnersCount(),
                        quoted(tier.name()),
                        drawNumber,
                        count,
                        count < tier.winnersCount() ? "give all of them, each to its end" : "give each of them once");
    }

    private boolean refuse(CsvRow row, int column) {
        row.refuse(
                column,
                "%s is not what the prize table declares for tier %s, %s: correct one of them"
                        .formatted(
                                quoted(row.text(column)),
                                quoted(tier.name()),
                                tier.prize().value()));
        return false;
    }
}
