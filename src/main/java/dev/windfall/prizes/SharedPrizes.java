package dev.windfall.prizes;

import dev.windfall.draw.PeriodResults;
import dev.windfall.draw.PublishedDraw;
import dev.windfall.prizes.SubscriberPrizes.DrawPrizes;
import dev.windfall.prizes.SubscriberPrizes.PeriodPrizes;
import java.util.List;
import java.util.stream.IntStream;

/// What subscribers won in one period, made once for all who won the same there: nothing, as most of them did, or one
/// prize, as most of the others.
///
/// @param single by the place of the draw in the period, and of the tier in the draw's prize table
record SharedPrizes(PeriodPrizes nothing, List<List<PeriodPrizes>> single) {

    static SharedPrizes of(PeriodResults results) {
        List<PublishedDraw> draws = results.published();
        List<DrawPrizes> notWon =
                draws.stream().map(draw -> DrawPrizes.of(draw, List.of())).toList();
        var nothing = new PeriodPrizes(results.period(), notWon, results.pending());
        List<List<PeriodPrizes>> single = IntStream.range(0, draws.size())
                .mapToObj(place -> single(nothing, place, draws.get(place)))
                .toList();
        return new SharedPrizes(nothing, single);
    }

    private static List<PeriodPrizes> single(PeriodPrizes nothing, int place, PublishedDraw draw) {
        return draw.tiers().stream()
                .map(tier -> nothing.with(place, DrawPrizes.of(draw, List.of(tier))))
                .toList();
    }

    /// What those won who won nothing but one prize of this tier.
    ///
    /// @param place of the draw in the period
    /// @param tier the tier's place in its prize table
    PeriodPrizes single(int place, int tier) {
        return single.get(place).get(tier);
    }
}
