package dev.windfall.publishing.gate;

import static dev.windfall.csv.Finding.quoted;

import dev.windfall.csv.Findings;
import dev.windfall.publishing.gate.figures.DrawFigures;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Whether the prize table is whole, and of this draw.
final class TierCheck implements DrawCheck {

    /// What is in each of so many draws in a row is expected in the next.
    private static final int EXPERIENCE = 5;

    /// Fewer winners may well be as many as in another draw.
    private static final int FEW_WINNERS = 100;

    @Override
    public void check(Candidate candidate, History history, Findings.Collector doubts) {
        if (history.before().size() >= EXPERIENCE) {
            checkWhole(candidate, history.before().subList(0, EXPERIENCE), doubts);
            checkNew(candidate, history.before(), doubts);
        }
    }

    private static void checkWhole(Candidate candidate, List<PastDraw> lately, Findings.Collector doubts) {
        List<String> declared = candidate.figures().tiers();
        lately.getFirst().figures().tiers().stream()
                .filter(tier -> !declared.contains(tier))
                .filter(tier -> lately.stream()
                        .allMatch(draw -> draw.figures().find(tier).isPresent()))
                .forEach(tier -> doubts.add(candidate.finding(
                        "tier",
                        "there is no tier %s, which each of the last %d draws has: look whether the draw is whole"
                                .formatted(quoted(tier), EXPERIENCE))));
    }

    /// The figures of another draw under this one's number. A lottery whose draws are all alike is not asked.
    private static void checkNew(Candidate candidate, List<PastDraw> past, Findings.Collector doubts) {
        Set<DrawFigures> different = past.stream().map(PastDraw::figures).collect(Collectors.toSet());
        DrawFigures figures = candidate.figures();
        if (different.size() < past.size() || candidate.draw().prizeCount() < FEW_WINNERS) {
            return;
        }
        past.stream()
                .filter(draw -> draw.figures().equals(figures))
                .forEach(draw -> doubts.add(candidate.finding(
                        "draw_no",
                        "all amounts and counts are those of draw %s of %s: look whether they are this draw's"
                                .formatted(draw.number(), draw.date()))));
    }
}
