package dev.windfall.prizes;

import dev.windfall.draw.Money;
import dev.windfall.draw.Prize;
import java.text.NumberFormat;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/// Writes prizes and amounts as people in the reader's language do. Templates call it as `@prizeFormat`.
@Component
class PrizeFormat {

    private final MessageSource messages;

    PrizeFormat(MessageSource messages) {
        this.messages = messages;
    }

    public String prize(Prize prize) {
        return switch (prize) {
            case Prize.Cash(Money value) -> money(value);
            case Prize.Item(String name, Money value) ->
                messages.getMessage("prizes.item", new Object[] {name, money(value)}, LocaleContextHolder.getLocale());
        };
    }

    public String money(Money money) {
        return money(money, LocaleContextHolder.getLocale());
    }

    static String money(Money money, Locale locale) {
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(money.currency());
        format.setMinimumFractionDigits(money.amount().scale());
        format.setMaximumFractionDigits(money.amount().scale());
        return format.format(money.amount());
    }
}
