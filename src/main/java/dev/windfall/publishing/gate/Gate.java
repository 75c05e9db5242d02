package dev.windfall.publishing.gate;

import dev.windfall.draw.LotteryCalendar;
import dev.windfall.publishing.file.DeclaredDraw;
import java.util.List;
import org.springframework.stereotype.Component;

/// Holds what a prize table declares against the draws that are published. All that it finds are doubts: whatever is
/// unlikely may be true, and some day it is.
@Component
public class Gate {

    /// Enough to have seen a jackpot a hundred times where every fourth draw has one.
    private static final int DRAWS_BEFORE = 400;

    /// Enough to see that a number is behind its time.
    private static final int DRAWS_AFTER = 10;

    private final PastDraws pastDraws;
    private final List<DrawCheck> checks;

    Gate(PastDraws pastDraws, LotteryCalendar calendar) {
        this.pastDraws = pastDraws;
        this.checks = List.of(
                new DateCheck(calendar), new TierCheck(), new KindCheck(), new CurrencyCheck(), new FigureCheck());
    }

    public void check(Candidate candidate, Verdict verdict) {
        DeclaredDraw draw = candidate.draw();
        var history = new History(
                pastDraws.upTo(draw.date(), draw.number(), DRAWS_BEFORE),
                pastDraws.from(draw.date(), draw.number(), DRAWS_AFTER));
        checks.forEach(check -> check.check(candidate, history, verdict.doubts()));
    }
}
