package dev.windfall.publishing;

import dev.windfall.draw.LotteryCalendar;
import dev.windfall.draw.PeriodRepository;
import dev.windfall.draw.SubscriptionPeriod;
import dev.windfall.publishing.file.DeclaredDraw;
import dev.windfall.publishing.file.Finding;
import dev.windfall.publishing.file.Findings;
import dev.windfall.publishing.gate.Verdict;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Brings one draw in within one transaction: what is refused, or cut off by a crash, leaves nothing behind.
@Component
class DrawTransaction {

    private final TransactionTemplate transaction;
    private final LotteryCalendar calendar;
    private final PeriodRepository periods;
    private final DrawVersions versions;
    private final WinnersStaging staging;
    private final Winnings winnings;

    DrawTransaction(
            PlatformTransactionManager transactions,
            LotteryCalendar calendar,
            PeriodRepository periods,
            DrawVersions versions,
            WinnersStaging staging,
            Winnings winnings) {
        this.transaction = new TransactionTemplate(transactions);
        this.calendar = calendar;
        this.periods = periods;
        this.versions = versions;
        this.staging = staging;
        this.winnings = winnings;
    }

    DrawOutcome bringIn(Draft draft) {
        if (draft.draw().date().isAfter(calendar.today())) {
            return refused(
                    draft,
                    "draw_date",
                    "is after today, %s: import a draw once it is drawn".formatted(calendar.today()));
        }
        return transaction.execute(status -> {
            DrawOutcome outcome = claim(draft);
            switch (outcome) {
                case DrawOutcome.Refused _ -> status.setRollbackOnly();
                case DrawOutcome.Declared _, DrawOutcome.Imported _ -> makeKnown(draft.draw());
                case DrawOutcome.Kept _ -> {}
            }
            return outcome;
        });
    }

    /// Lets pages tell that the draw is not published yet. Comes last, because whoever else opens a period or publishes
    /// a draw waits from here to the transaction's end, and not for the whole import.
    private void makeKnown(DeclaredDraw draw) {
        periods.open(SubscriptionPeriod.of(draw.date()), calendar.currentPeriod());
        versions.nextDataVersion();
    }

    private DrawOutcome claim(Draft draft) {
        DeclaredDraw draw = draft.draw();
        DrawVersions.Claim claim = versions.claim(draw);
        if (draft.awaitsWinners() && claim.hasWinners()) {
            return new DrawOutcome.Kept(draw.number());
        }
        if (claim.isPublished()) {
            return draft.winnersFiles().isEmpty()
                    ? new DrawOutcome.Kept(draw.number())
                    : refused(
                            draft,
                            "draw_no",
                            "draw %s is published and stays as it is: leave its files out".formatted(draw.number()));
        }
        claim.draftVersion().ifPresent(winnings::drop);
        return declare(draft, versions.replaceDraft(claim.drawId(), draw, calendar.now()));
    }

    private DrawOutcome declare(Draft draft, DrawVersions.Version version) {
        if (draft.awaitsWinners()) {
            return new DrawOutcome.Declared(draft.draw().number());
        }
        var verdict = new Verdict();
        staging.load(draft, verdict);
        if (!verdict.faults().isEmpty()) {
            return new DrawOutcome.Refused(
                    draft.draw().number(), verdict.faults().findings());
        }
        winnings.fill(version, SubscriptionPeriod.of(draft.draw().date()));
        versions.markImported(version, calendar.now(), draft.actor());
        return new DrawOutcome.Imported(
                draft.draw().number(),
                draft.draw().prizeCount(),
                verdict.doubts().findings());
    }

    private static DrawOutcome.Refused refused(Draft draft, String field, String reason) {
        var findings = new Findings.Collector();
        findings.add(new Finding(draft.prizeTable(), draft.draw().lines().getFirst(), field, reason));
        return new DrawOutcome.Refused(draft.draw().number(), findings.findings());
    }
}
