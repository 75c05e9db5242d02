package dev.windfall.prizes.shared;

import dev.windfall.draw.Money;
import dev.windfall.draw.Prize;
import dev.windfall.draw.Tier;
import java.text.NumberFormat;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/// Writes prizes and amounts as people in the reader's language do. Templates call it as `@prizeFormat`.
@Component
public class PrizeFormat {

    private final MessageSource messages;

    public PrizeFormat(MessageSource messages) {
        this.messages = messages;
    }

    /// What a winner of the tier gets, beside the tier's name: a thing that is called the same is not named again.
    public String prize(Tier tier) {
        return switch (tier.prize()) {
            case Prize.Cash(Money value) -> money(value);
            case Prize.Item(String name, Money value) ->
                name.equals(tier.name())
                        ? text("prizes.item-worth", money(value))
                        : text("prizes.item", name, money(value));
        };
    }

    /// Whether the prize is a thing that is sent rather than money.
    public boolean isThing(Tier tier) {
        return tier.prize() instanceof Prize.Item;
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
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
