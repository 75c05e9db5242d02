package dev.windfall.prizes;

import dev.windfall.draw.PeriodResults;
import dev.windfall.draw.PublishedDraw;
import dev.windfall.draw.Tier;
import dev.windfall.prizes.SubscriberPrizes.DrawPrizes;
import dev.windfall.prizes.SubscriberPrizes.PeriodPrizes;
import java.util.List;
import java.util.stream.IntStream;

/// What subscribers won in one period, made once for all who won the same there: nothing, as most of them, or one
/// prize,
/// as most of the others.
///
/// @param single by the place of the draw in the period, and of the tier in the draw's prize table
record SharedPrizes(PeriodPrizes nothing, List<List<PeriodPrizes>> single) {

    static SharedPrizes of(PeriodResults results) {
        List<PublishedDraw> draws = results.published();
        List<DrawPrizes> notWon =
                draws.stream().map(draw -> prizes(draw, List.of())).toList();
        var nothing = new PeriodPrizes(results.period(), notWon, results.pending());
        List<List<PeriodPrizes>> single = IntStream.range(0, draws.size())
                .mapToObj(place -> single(nothing, place, draws.get(place)))
                .toList();
        return new SharedPrizes(nothing, single);
    }

    private static List<PeriodPrizes> single(PeriodPrizes nothing, int place, PublishedDraw draw) {
        return draw.tiers().stream()
                .map(tier -> nothing.with(place, prizes(draw, List.of(tier))))
                .toList();
    }

    static DrawPrizes prizes(PublishedDraw draw, List<Tier> won) {
        return new DrawPrizes(draw.draw(), draw.edition(), won);
    }

    /// @param place of the draw won, `tier`: that of the tier
    PeriodPrizes single(int place, int tier) {
        return single.get(place).get(tier);
    }
}
