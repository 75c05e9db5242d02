package dev.windfall.publishing.gate;

import dev.windfall.csv.Finding;
import dev.windfall.csv.Findings;
import dev.windfall.draw.Prize;
import dev.windfall.draw.Tier;
import dev.windfall.publishing.gate.figures.Complaint;
import dev.windfall.publishing.gate.figures.Diagnosis;
import dev.windfall.publishing.gate.figures.DrawFigures;
import java.util.List;

/// Amounts and counts, held against past draws; and, without any, against common sense.
final class FigureCheck implements DrawCheck {

    @Override
    public void check(Candidate candidate, History history, Findings.Collector doubts) {
        List<DrawFigures> past =
                history.before().stream().map(PastDraw::figures).toList();
        for (Complaint complaint : Diagnosis.of(candidate.figures(), past)) {
            doubts.add(candidate.finding(complaint.tier(), complaint.column(), complaint.reason()));
        }
        candidate.draw().tiers().stream()
                .filter(FigureCheck::isWonForNothing)
                .filter(tier -> past.stream().noneMatch(draw -> isWorthNothing(draw, tier)))
                .forEach(tier -> doubts.add(candidate.finding(
                        tier.name(),
                        "prize_amount",
                        "%d winners of tier %s would be told that they won nothing: look for the amount"
                                .formatted(tier.winnersCount(), Finding.quoted(tier.name())))));
    }

    private static boolean isWonForNothing(Tier tier) {
        return tier.prize() instanceof Prize.Cash(var value) && value.amount().signum() == 0 && tier.winnersCount() > 0;
    }

    private static boolean isWorthNothing(DrawFigures draw, Tier tier) {
        return draw.find(tier.name())
                .filter(past -> past.count() > 0 && past.amount().amount().signum() == 0)
                .isPresent();
    }
}
