package dev.windfall.draw;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/// An exact amount, never negative, with as many decimals as its currency has.
///
/// @param amount in major units (euros, not cents), scaled to the currency: 25.00 EUR, 2500 JPY
/// @param currency by its ISO 4217 code
public record Money(BigDecimal amount, Currency currency) {

    /// The most digits before the decimal point; the biggest jackpot ever had ten.
    private static final int MAX_INTEGER_DIGITS = 15;

    /// @throws ArithmeticException if the amount has more decimals than its currency
    public Money {
        if (amount.signum() < 0) {
            throw new ArithmeticException("an amount is not negative: " + amount);
        }
        amount = amount.setScale(Math.max(0, currency.getDefaultFractionDigits()), RoundingMode.UNNECESSARY);
        if (amount.precision() - amount.scale() > MAX_INTEGER_DIGITS) {
            throw new ArithmeticException("an amount has at most " + MAX_INTEGER_DIGITS + " digits before the point");
        }
    }

    public static Money of(String amount, String currency) {
        return new Money(new BigDecimal(amount), Currency.getInstance(currency));
    }

    public Money plus(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("%s and %s don't add up".formatted(currency, other.currency));
        }
        return new Money(amount.add(other.amount), currency);
    }

    /// @throws ArithmeticException if there are more digits than an amount may have
    public Money times(int count) {
        return new Money(amount.multiply(BigDecimal.valueOf(count)), currency);
    }

    /// The amount as digits and a point, in no language: `1035.22`.
    public String plainAmount() {
        return amount.toPlainString();
    }

    @Override
    public String toString() {
        return plainAmount() + " " + currency;
    }
}
