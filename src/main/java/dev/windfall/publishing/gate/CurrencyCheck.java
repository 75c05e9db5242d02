package dev.windfall.publishing.gate;

import static dev.windfall.csv.Finding.quoted;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

import dev.windfall.csv.Findings;
import dev.windfall.publishing.gate.figures.DrawFigures;
import dev.windfall.publishing.gate.figures.TierFigures;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

/// Whether each amount is in a currency that its tier was in before; a new tier's in one that any tier was in; and in
/// the first of all draws, whether there is one currency only.
final class CurrencyCheck implements DrawCheck {

    @Override
    public void check(Candidate candidate, History history, Findings.Collector doubts) {
        DrawFigures draw = candidate.figures();
        for (String tier : draw.tiers()) {
            Set<Currency> usual = usual(tier, draw, history);
            currencies(draw, tier).filter(given -> !usual.contains(given)).forEach(given -> {
                String used = usual.stream().map(Currency::getCurrencyCode).collect(joining(" or "));
                doubts.add(candidate.finding(
                        tier,
                        "currency",
                        "tier %s is in %s, where %s is used: look for the right currency"
                                .formatted(quoted(tier), given, used)));
            });
        }
    }

    private static Set<Currency> usual(String tier, DrawFigures draw, History history) {
        Set<Currency> ofTier = set(past(history).flatMap(past -> currencies(past, tier)));
        if (!ofTier.isEmpty()) {
            return ofTier;
        }
        Set<Currency> ofAny = set(past(history).flatMap(CurrencyCheck::currencies));
        return ofAny.isEmpty() ? set(currencies(draw).limit(1)) : ofAny;
    }

    private static Stream<DrawFigures> past(History history) {
        return history.before().stream().map(PastDraw::figures);
    }

    private static Stream<Currency> currencies(DrawFigures draw) {
        return draw.tiers().stream().flatMap(tier -> currencies(draw, tier));
    }

    private static Stream<Currency> currencies(DrawFigures draw, String tier) {
        return draw.find(tier).stream().map(TierFigures::amount).map(amount -> amount.currency());
    }

    private static Set<Currency> set(Stream<Currency> currencies) {
        return currencies.collect(toCollection(LinkedHashSet::new));
    }
}
