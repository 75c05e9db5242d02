package dev.windfall.bench.alternative;

import dev.windfall.draw.PublishedDraw;
import dev.windfall.draw.Tier;
import dev.windfall.prizes.Snapshot;
import dev.windfall.prizes.Snapshot.PeriodDraws;
import dev.windfall.prizes.SubscriberPrizes;
import dev.windfall.prizes.SubscriberPrizes.DrawPrizes;
import dev.windfall.prizes.SubscriberPrizes.PeriodPrizes;
import java.util.List;
import java.util.Map;

/// Puts a subscriber's prizes together out of the draws that the node knows and what another store says of the
/// subscriber.
final class CataloguePrizes {

    private CataloguePrizes() {}

    /// @param won the places of the tiers in the prize table, ascending, by the version of their draw
    static SubscriberPrizes of(Snapshot catalogue, Map<Integer, List<Integer>> won) {
        List<PeriodPrizes> periods = catalogue.periods().stream()
                .map(period -> prizesIn(period, won))
                .toList();
        return new SubscriberPrizes(
                catalogue.dataVersion(),
                catalogue.asOf(),
                catalogue.completeThrough(),
                catalogue.lastDrawDate(),
                periods);
    }

    private static PeriodPrizes prizesIn(PeriodDraws period, Map<Integer, List<Integer>> won) {
        List<DrawPrizes> draws = period.published().stream()
                .map(drawn ->
                        prizesIn(drawn.draw(), won.getOrDefault(drawn.draw().version(), List.of())))
                .toList();
        return new PeriodPrizes(period.period(), draws, period.pending());
    }

    private static DrawPrizes prizesIn(PublishedDraw draw, List<Integer> won) {
        List<Tier> tiers = won.stream().map(draw.tiers()::get).toList();
        return new DrawPrizes(draw.draw(), draw.edition(), tiers);
    }
}
