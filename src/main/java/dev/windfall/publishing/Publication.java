package dev.windfall.publishing;

import dev.windfall.audit.AuditTrail;
import dev.windfall.audit.Deed;
import dev.windfall.audit.Deed.Action;
import dev.windfall.draw.LotteryCalendar;
import dev.windfall.publishing.StepOutcome.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/// Makes an approved draw public, or takes one back. Each is one transaction: of several attempts at once, one does it.
@Service
public class Publication {

    private final StepTransaction transaction;
    private final Claims claims;
    private final DrawVersions versions;
    private final Winnings winnings;
    private final AuditTrail audit;
    private final LotteryCalendar calendar;
    private final ApplicationEventPublisher events;

    Publication(
            StepTransaction transaction,
            Claims claims,
            DrawVersions versions,
            Winnings winnings,
            AuditTrail audit,
            LotteryCalendar calendar,
            ApplicationEventPublisher events) {
        this.transaction = transaction;
        this.claims = claims;
        this.versions = versions;
        this.winnings = winnings;
        this.audit = audit;
        this.calendar = calendar;
        this.events = events;
    }

    /// The numbers of the draws that are approved and not published, by date.
    public List<String> approvedDraws() {
        return claims.approvedDraws();
    }

    /// Publishes a draw, in the place of the version that was published before if there was one; and, once that is
    /// committed, the event [ResultsChanged].
    ///
    /// @param actor who does it
    public StepOutcome publish(String drawNumber, String actor) {
        return step(drawNumber, () -> claims.claim(drawNumber), claim -> publish(claim, actor));
    }

    /// Takes a published draw back at once, for one person sees a mistake faster than two. The draw counts as not
    /// published from then on, never as one without a prize. What was withdrawn by mistake is imported and approved
    /// again.
    ///
    /// @param reason see [Writing]
    public StepOutcome withdraw(String drawNumber, String reason, String actor) {
        Writing.requireFitting(reason);
        return step(drawNumber, () -> claims.claim(drawNumber), claim -> withdraw(claim, reason, actor));
    }

    /// Throws away a version that is not published: an import that was a mistake. What is published stays.
    ///
    /// @param versionId the version that was looked at
    public StepOutcome discard(int versionId, String actor) {
        return step("", () -> claims.claimDrawOf(versionId), claim -> discard(claim, versionId, actor));
    }

    private StepOutcome step(String drawNumber, Supplier<Optional<Claim>> claim, Function<Claim, StepOutcome> step) {
        StepOutcome outcome = transaction.take(
                drawNumber,
                () -> claim.get().map(step).orElseGet(() -> new StepOutcome.Refused(drawNumber, Refusal.NO_SUCH_DRAW)));
        switch (outcome) {
            case StepOutcome.Published _, StepOutcome.Withdrawn _ -> events.publishEvent(new ResultsChanged());
            case StepOutcome.Confirmed _, StepOutcome.Approved _, StepOutcome.Discarded _, StepOutcome.Refused _ -> {}
        }
        return outcome;
    }

    private StepOutcome publish(Claim claim, String actor) {
        Optional<Claim.Draft> approved =
                claim.draft().filter(draft -> draft.approvedBy().isPresent());
        if (approved.isEmpty()) {
            return new StepOutcome.Refused(claim.number(), whyNotPublished(claim));
        }
        Claim.Draft draft = approved.get();
        claim.publishedVersion().ifPresent(before -> winnings.detach(before, claim.period()));
        winnings.attach(claim.key(draft), draft.period());
        // late, for all others who publish or import wait from here on
        long dataVersion = versions.nextDataVersion();
        versions.markPublished(claim.key(draft), draft.date(), dataVersion, calendar.now(), actor);
        audit.record(Deed.to(
                claim.number(), draft.version(), Action.PUBLISHED, actor, "data version %d".formatted(dataVersion)));
        return new StepOutcome.Published(claim.number(), dataVersion);
    }

    private static Refusal whyNotPublished(Claim claim) {
        if (claim.draft().isEmpty()) {
            return claim.isPublished() ? Refusal.ALREADY_PUBLISHED : Refusal.NOT_IMPORTED;
        }
        return claim.hasImportedDraft() ? Refusal.NOT_APPROVED : Refusal.NOT_IMPORTED;
    }

    private StepOutcome withdraw(Claim claim, String reason, String actor) {
        if (claim.publishedVersion().isEmpty()) {
            return new StepOutcome.Refused(claim.number(), Refusal.NOT_PUBLISHED);
        }
        winnings.detach(claim.publishedVersion().getAsInt(), claim.period());
        long dataVersion = versions.nextDataVersion();
        int version = versions.withdraw(claim.drawId(), reason, dataVersion, calendar.now(), actor);
        audit.record(Deed.to(claim.number(), version, Action.WITHDRAWN, actor, reason));
        return new StepOutcome.Withdrawn(claim.number(), dataVersion);
    }

    private StepOutcome discard(Claim claim, int versionId, String actor) {
        return claim.draft()
                .filter(draft -> draft.id() == versionId)
                .map(draft -> discard(claim, draft, actor))
                .orElseGet(() -> new StepOutcome.Refused(claim.number(), Refusal.SUPERSEDED));
    }

    private StepOutcome discard(Claim claim, Claim.Draft draft, String actor) {
        if (!claim.wasPublished()) {
            versions.nextDataVersion();
        }
        winnings.drop(draft.id());
        versions.discardDraft(claim);
        audit.record(Deed.to(claim.number(), draft.version(), Action.DISCARDED, actor, ""));
        return new StepOutcome.Discarded(claim.number());
    }
}
