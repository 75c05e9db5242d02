package dev.windfall.publishing;

import dev.windfall.audit.AuditTrail;
import dev.windfall.audit.Deed;
import dev.windfall.audit.Deed.Action;
import dev.windfall.draw.LotteryCalendar;
import dev.windfall.publishing.StepOutcome.Refusal;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Service;

/// Lets an imported draw pass the gate: doubts are confirmed in writing, and then a second person approves.
///
/// Both steps name the version that somebody looked at. If the draw was imported again meanwhile, nothing happens.
@Service
public class Approval {

    private final StepTransaction transaction;
    private final Claims claims;
    private final DrawVersions versions;
    private final AuditTrail audit;
    private final LotteryCalendar calendar;

    Approval(
            StepTransaction transaction,
            Claims claims,
            DrawVersions versions,
            AuditTrail audit,
            LotteryCalendar calendar) {
        this.transaction = transaction;
        this.claims = claims;
        this.versions = versions;
        this.audit = audit;
        this.calendar = calendar;
    }

    /// Records that somebody stands by a draw in spite of what the checks found.
    ///
    /// @param versionId the version whose doubts were read
    /// @param text why it is right all the same, see [Writing]
    public StepOutcome confirm(int versionId, String text, String actor) {
        Writing.requireFitting(text);
        return step(versionId, draft -> confirm(draft, text, actor));
    }

    /// Lets a draw be published.
    ///
    /// @param versionId the version that was looked at
    /// @param actor somebody else than who imported it
    public StepOutcome approve(int versionId, String actor) {
        return step(versionId, draft -> approve(draft, actor));
    }

    /// Lets a draw be published.
    ///
    /// @param version the one that was looked at, counted in the draw from 1
    /// @param actor somebody else than who imported it
    public StepOutcome approve(String drawNumber, int version, String actor) {
        return transaction.take(
                drawNumber,
                () -> claims.claim(drawNumber)
                        .map(claim -> claim.draft()
                                .map(draft -> draft.version() == version
                                        ? approve(new DraftOfDraw(claim, draft), actor)
                                        : refused(drawNumber, Refusal.SUPERSEDED))
                                .orElseGet(() -> refused(drawNumber, noDraft(claim))))
                        .orElseGet(() -> refused(drawNumber, Refusal.NO_SUCH_DRAW)));
    }

    private StepOutcome step(int versionId, Function<DraftOfDraw, StepOutcome> step) {
        return transaction.take(
                "",
                () -> claims.claimDrawOf(versionId)
                        .map(claim -> claim.draft()
                                .filter(draft -> draft.id() == versionId)
                                .map(draft -> step.apply(new DraftOfDraw(claim, draft)))
                                .orElseGet(() -> refused(claim.number(), gone(claim, versionId))))
                        .orElseGet(() -> refused("", Refusal.SUPERSEDED)));
    }

    private StepOutcome confirm(DraftOfDraw draw, String text, String actor) {
        Claim.Draft draft = draw.draft();
        if (draft.importedBy().isEmpty()) {
            return draw.refused(Refusal.NOT_IMPORTED);
        }
        if (draft.checked()) {
            return draw.refused(Refusal.NOTHING_TO_CONFIRM);
        }
        versions.markConfirmed(draft.id(), text, calendar.now(), actor);
        audit.record(draw.deed(Action.CONFIRMED, actor, text));
        return new StepOutcome.Confirmed(draw.number());
    }

    private StepOutcome approve(DraftOfDraw draw, String actor) {
        Optional<Refusal> refusal = whyNotApproved(draw.draft(), actor);
        if (refusal.isPresent()) {
            return draw.refused(refusal.get());
        }
        versions.markApproved(draw.draft().id(), calendar.now(), actor);
        audit.record(draw.deed(Action.APPROVED, actor, ""));
        return new StepOutcome.Approved(draw.number());
    }

    private static Optional<Refusal> whyNotApproved(Claim.Draft draft, String actor) {
        if (draft.importedBy().isEmpty()) {
            return Optional.of(Refusal.NOT_IMPORTED);
        }
        if (!draft.checked()) {
            return Optional.of(Refusal.DOUBTS_OPEN);
        }
        if (draft.approvedBy().isPresent()) {
            return Optional.of(Refusal.ALREADY_APPROVED);
        }
        return draft.importedBy().filter(actor::equals).map(_ -> Refusal.SECOND_PERSON_NEEDED);
    }

    private static Refusal noDraft(Claim claim) {
        return claim.isPublished() ? Refusal.ALREADY_PUBLISHED : Refusal.NOT_IMPORTED;
    }

    private static Refusal gone(Claim claim, int versionId) {
        return claim.publishedVersion().stream().anyMatch(id -> id == versionId)
                ? Refusal.ALREADY_PUBLISHED
                : Refusal.SUPERSEDED;
    }

    private static StepOutcome refused(String drawNumber, Refusal reason) {
        return new StepOutcome.Refused(drawNumber, reason);
    }

    private record DraftOfDraw(Claim claim, Claim.Draft draft) {

        String number() {
            return claim.number();
        }

        StepOutcome refused(Refusal reason) {
            return Approval.refused(claim.number(), reason);
        }

        Deed deed(Action action, String actor, String details) {
            return Deed.to(claim.number(), draft.version(), action, actor, details);
        }
    }
}
