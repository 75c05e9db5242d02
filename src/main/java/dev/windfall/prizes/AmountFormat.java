package dev.windfall.prizes;

import dev.windfall.draw.Money;
import java.text.NumberFormat;
import java.util.Locale;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/// Writes amounts as people in the reader's language do. Templates call it as `@amounts`.
@Component("amounts")
class AmountFormat {

    public String format(Money money) {
        return format(money, LocaleContextHolder.getLocale());
    }

    static String format(Money money, Locale locale) {
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(money.currency());
        format.setMinimumFractionDigits(money.amount().scale());
        format.setMaximumFractionDigits(money.amount().scale());
        return format.format(money.amount());
    }
}
