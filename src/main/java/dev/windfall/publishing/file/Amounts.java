package dev.windfall.publishing.file;

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
