package dev.windfall.publishing.file;

import static dev.windfall.csv.Finding.quoted;

import dev.windfall.csv.CsvRow;
import dev.windfall.draw.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import java.util.regex.Pattern;

/// Amounts as the files write them: digits, and a point before the decimals.
final class Amounts {

    /// No sign, no exponent, no grouping, no zeros in front: whatever could be read in two ways is not read at all.
    private static final Pattern PLAIN = Pattern.compile("(0|[1-9][0-9]{0,14})(\\.[0-9]{1,15})?");

    private Amounts() {}

    /// The amount in a field; empty, with a finding, if there is none.
    static Optional<BigDecimal> amount(CsvRow row, int column) {
        String text = row.text(column);
        Optional<BigDecimal> amount = parse(text);
        if (amount.isEmpty()) {
            row.refuse(column, quoted(text) + " is not an amount: write digits and a point, like 1035.22");
        }
        return amount;
    }

    /// The currency in a field; empty, with a finding, if there is none.
    static Optional<Currency> currency(CsvRow row, int column) {
        String text = row.text(column);
        Optional<Currency> currency = parseCurrency(text);
        if (currency.isEmpty()) {
            row.refuse(column, quoted(text) + " is not a currency of ISO 4217: write its three letters, like EUR");
        }
        return currency;
    }

    static Optional<BigDecimal> parse(String text) {
        return PLAIN.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    static Optional<Currency> parseCurrency(String code) {
        try {
            return Optional.of(Currency.getInstance(code)).filter(currency -> currency.getDefaultFractionDigits() >= 0);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static boolean fits(BigDecimal amount, Currency currency) {
        return amount.scale() <= currency.getDefaultFractionDigits();
    }

    /// Whether a text is that amount: 25 is 25.00.
    static boolean isWorth(Money money, String amount) {
        return parse(amount)
                .filter(parsed -> fits(parsed, money.currency()))
                .filter(parsed -> parsed.compareTo(money.amount()) == 0)
                .isPresent();
    }
}
