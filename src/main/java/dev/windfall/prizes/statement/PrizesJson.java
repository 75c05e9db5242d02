package dev.windfall.prizes.statement;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.windfall.draw.Draw;
import dev.windfall.draw.Money;
import dev.windfall.draw.Prize;
import dev.windfall.draw.Tier;
import dev.windfall.prizes.SubscriberPrizes;
import dev.windfall.prizes.SubscriberPrizes.DrawPrizes;
import dev.windfall.prizes.SubscriberPrizes.PeriodPrizes;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A subscriber's prizes as programs read them. This is the published shape of the answers and changes only by
/// additions.
///
/// @param completeThrough null if no draw is published
record PrizesJson(long dataVersion, @Nullable DrawJson completeThrough, List<PeriodJson> periods) {

    static PrizesJson of(SubscriberPrizes prizes) {
        return new PrizesJson(
                prizes.dataVersion(),
                prizes.completeThrough().map(DrawJson::of).orElse(null),
                prizes.periods().stream().map(PeriodJson::of).toList());
    }

    record DrawJson(String drawNo, LocalDate date) {
        static DrawJson of(Draw draw) {
            return new DrawJson(draw.number(), draw.date());
        }
    }

    record PeriodJson(int id, List<DrawPrizesJson> draws) {
        static PeriodJson of(PeriodPrizes period) {
            return new PeriodJson(
                    period.period().id(),
                    period.draws().stream().map(DrawPrizesJson::of).toList());
        }
    }

    record DrawPrizesJson(String drawNo, LocalDate date, List<PrizeJson> prizes) {
        static DrawPrizesJson of(DrawPrizes draw) {
            return new DrawPrizesJson(
                    draw.draw().number(),
                    draw.draw().date(),
                    draw.prizes().stream().map(PrizeJson::of).toList());
        }
    }

    /// @param amount exact, in major units, as text so that no reader rounds it; an item's nominal value
    /// @param item what is sent instead of money; absent where money is paid out
    record PrizeJson(
            String tier,
            String amount,
            String currency,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String item) {
        static PrizeJson of(Tier tier) {
            Prize prize = tier.prize();
            return new PrizeJson(
                    tier.name(),
                    prize.value().plainAmount(),
                    prize.value().currency().getCurrencyCode(),
                    prize instanceof Prize.Item(String name, Money _) ? name : null);
        }
    }
}
