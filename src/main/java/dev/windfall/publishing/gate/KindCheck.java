package dev.windfall.publishing.gate;

import static dev.windfall.csv.Finding.quoted;

import dev.windfall.csv.Findings;
import dev.windfall.draw.Prize;
import dev.windfall.draw.Tier;
import java.util.Optional;

/// Whether each prize is a thing where it was one when its tier was last drawn, and money where it was that. A prize
/// table doesn't say it, so it is easily forgotten, and winners of a bicycle read that they get its price.
final class KindCheck implements DrawCheck {

    @Override
    public void check(Candidate candidate, History history, Findings.Collector doubts) {
        for (Tier tier : candidate.draw().tiers()) {
            boolean isItem = tier.prize() instanceof Prize.Item;
            lastWith(tier, history)
                    .filter(past -> past.items().contains(tier.name()) != isItem)
                    .ifPresent(past -> doubts.add(candidate.finding(
                            tier.name(),
                            "tier",
                            isItem
                                    ? "the prize of tier %s is a thing, and was money in draw %s: look which is right"
                                            .formatted(quoted(tier.name()), past.number())
                                    : "the prize of tier %s is money, and was a thing in draw %s: name the tier among those"
                                                    .formatted(quoted(tier.name()), past.number())
                                            + " whose prize is a thing, or look which is right")));
        }
    }

    private static Optional<PastDraw> lastWith(Tier tier, History history) {
        return history.before().stream()
                .filter(draw -> draw.figures().find(tier.name()).isPresent())
                .findFirst();
    }
}
