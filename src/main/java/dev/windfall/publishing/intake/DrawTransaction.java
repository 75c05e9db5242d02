package dev.windfall.publishing.intake;

import dev.windfall.csv.FileDigest;
import dev.windfall.csv.Finding;
import dev.windfall.csv.Findings;
import dev.windfall.draw.LotteryCalendar;
import dev.windfall.draw.PeriodRepository;
import dev.windfall.draw.SubscriptionPeriod;
import dev.windfall.draw.Tier;
import dev.windfall.publishing.Claim;
import dev.windfall.publishing.Claims;
import dev.windfall.publishing.DrawBusy;
import dev.windfall.publishing.DrawVersions;
import dev.windfall.publishing.DrawVersions.NewVersion;
import dev.windfall.publishing.VersionKey;
import dev.windfall.publishing.Winnings;
import dev.windfall.publishing.gate.Candidate;
import dev.windfall.publishing.gate.Gate;
import dev.windfall.publishing.gate.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Brings one draw in within one transaction: what is refused, or cut off by a crash, leaves nothing behind but, for
/// what was refused, an entry in the audit trail.
@Component
class DrawTransaction {

    private final TransactionTemplate transaction;
    private final LotteryCalendar calendar;
    private final PeriodRepository periods;
    private final Claims claims;
    private final DrawVersions versions;
    private final Gate gate;
    private final WinnersStaging staging;
    private final Winnings winnings;
    private final IntakeAudit audit;

    DrawTransaction(
            PlatformTransactionManager transactions,
            LotteryCalendar calendar,
            PeriodRepository periods,
            Claims claims,
            DrawVersions versions,
            Gate gate,
            WinnersStaging staging,
            Winnings winnings,
            IntakeAudit audit) {
        this.transaction = new TransactionTemplate(transactions);
        this.calendar = calendar;
        this.periods = periods;
        this.claims = claims;
        this.versions = versions;
        this.gate = gate;
        this.staging = staging;
        this.winnings = winnings;
        this.audit = audit;
    }

    DrawOutcome bringIn(Draft draft, ImportProgress progress) {
        DrawOutcome outcome = draft.draw().date().isAfter(calendar.today())
                ? refused(
                        draft,
                        "draw_date",
                        "is after today, %s: import a draw once it is drawn".formatted(calendar.today()))
                : attempt(draft, progress);
        if (outcome instanceof DrawOutcome.Refused refused) {
            audit.refused(draft.signature(), draft.prizeTable(), refused);
        }
        return outcome;
    }

    private DrawOutcome attempt(Draft draft, ImportProgress progress) {
        try {
            return transaction.execute(status -> {
                DrawOutcome made = reserve(draft, progress);
                if (made instanceof DrawOutcome.Refused) {
                    status.setRollbackOnly();
                }
                return made;
            });
        } catch (DrawBusy _) {
            return refused(
                    draft,
                    "draw_no",
                    "draw %s is being imported by somebody else: wait until that has ended"
                            .formatted(draft.draw().number()));
        }
    }

    private DrawOutcome reserve(Draft draft, ImportProgress progress) {
        Claim claim = claims.reserve(draft.draw());
        Optional<DrawOutcome> settled = settled(draft, claim);
        if (settled.isPresent()) {
            return settled.get();
        }
        VersionKey key = versions.reserve(claim.drawId());
        return draft.awaitsWinners()
                ? takeOver(draft, key, (taken, version) -> declare(draft, taken, version))
                : bringIn(draft, claim, key, progress);
    }

    private DrawOutcome bringIn(Draft draft, Claim claim, VersionKey key, ImportProgress progress) {
        var verdict = new Verdict();
        List<FileDigest> files = check(draft, claim, key, verdict, progress);
        return verdict.faults().isEmpty()
                ? takeOver(
                        draft,
                        key,
                        (taken, version) -> store(
                                draft, taken, version, files, verdict.doubts().findings()))
                : new DrawOutcome.Refused(claim.number(), verdict.faults().findings(), files);
    }

    /// Makes the version the draw's own, after a second look at what others made of the draw meanwhile.
    private DrawOutcome takeOver(Draft draft, VersionKey key, BiFunction<Claim, NewVersion, DrawOutcome> step) {
        Optional<Claim> taken = claims.takeOver(draft.draw().number()).filter(claim -> claim.drawId() == key.drawId());
        if (taken.isEmpty()) {
            return refused(
                    draft,
                    "draw_no",
                    "draw %s was discarded meanwhile: import it again"
                            .formatted(draft.draw().number()));
        }
        Claim claim = taken.get();
        return settled(draft, claim).orElseGet(() -> {
            claim.draft().ifPresent(replaced -> winnings.drop(replaced.id()));
            String reason =
                    claim.wasPublished() ? draft.signature().correction().orElseThrow() : null;
            return step.apply(claim, versions.replaceDraft(claim, key, draft.draw(), reason, calendar.now()));
        });
    }

    /// What becomes of the draw without a look at its winners; empty if they decide.
    private Optional<DrawOutcome> settled(Draft draft, Claim claim) {
        OptionalInt version = claim.latestWithWinners();
        if (draft.awaitsWinners() && version.isPresent()) {
            return Optional.of(keep(draft, versions.tiers(version.getAsInt())));
        }
        return whyNotReplaced(draft, claim).map(reason -> refused(draft, "draw_no", reason));
    }

    private static DrawOutcome keep(Draft draft, List<Tier> tiers) {
        String number = draft.draw().number();
        return figures(draft.draw().tiers()).equals(figures(tiers))
                ? new DrawOutcome.Kept(number)
                : refused(
                        draft,
                        "prize_amount",
                        "the prize table of draw %s is another than the one imported with its winners: give its files too"
                                .formatted(number));
    }

    /// What a prize table says of each tier; whether the prize is a thing is told beside it, and only with the files.
    private static List<List<Object>> figures(List<Tier> tiers) {
        return tiers.stream()
                .map(tier -> List.<Object>of(tier.name(), tier.prize().value(), tier.winnersCount()))
                .toList();
    }

    private static Optional<String> whyNotReplaced(Draft draft, Claim claim) {
        if (claim.wasPublished() && draft.signature().correction().isEmpty()) {
            return Optional.of("draw %s was published before: give a reason to correct it, or leave its files out"
                    .formatted(claim.number()));
        }
        if (claim.isPublished() && !claim.date().equals(draft.draw().date())) {
            return Optional.of("draw %s is published with the date %s: withdraw it before you change its date"
                    .formatted(claim.number(), claim.date()));
        }
        return Optional.empty();
    }

    private DrawOutcome declare(Draft draft, Claim claim, NewVersion version) {
        makeKnown(draft, claim);
        audit.declared(draft, version);
        return new DrawOutcome.Declared(claim.number());
    }

    /// Brings the winners into the version's table unless something is wrong with them. Whether all of them hold
    /// subscriptions is asked of that table, because it is sorted: of the files' rows it would take twice as long.
    private List<FileDigest> check(
            Draft draft, Claim claim, VersionKey version, Verdict verdict, ImportProgress progress) {
        gate.check(new Candidate(draft.prizeTable().name(), draft.draw(), Optional.of(claim.date())), verdict);
        List<FileDigest> files = staging.load(draft, verdict, progress);
        if (verdict.faults().isEmpty()) {
            progress.enter(ImportStage.WRITING);
            SubscriptionPeriod period = SubscriptionPeriod.of(draft.draw().date());
            winnings.fill(version, period);
            if (!winnings.areCovered(version, period)) {
                staging.findUncovered(draft, verdict.faults());
            }
        }
        return files;
    }

    private DrawOutcome store(Draft draft, Claim claim, NewVersion version, List<FileDigest> files, Findings doubts) {
        versions.markImported(
                version.key(),
                allFiles(draft, files),
                doubts,
                calendar.now(),
                draft.signature().actor());
        makeKnown(draft, claim);
        audit.imported(draft, version, files, doubts);
        return new DrawOutcome.Imported(
                claim.number(), version.version(), draft.draw().prizeCount(), doubts, confirm(draft, version, doubts));
    }

    private static List<FileDigest> allFiles(Draft draft, List<FileDigest> winnersFiles) {
        return Stream.concat(Stream.of(draft.prizeTable()), winnersFiles.stream())
                .toList();
    }

    /// Lets pages tell that the draw is not published yet. Comes late, because whoever else opens a period or publishes
    /// a draw waits from here to the transaction's end, and not for the whole import.
    private void makeKnown(Draft draft, Claim claim) {
        if (!claim.isPublished()) {
            periods.open(SubscriptionPeriod.of(draft.draw().date()), calendar.currentPeriod());
            versions.nextDataVersion();
        }
    }

    /// @return whether no doubt is open
    private boolean confirm(Draft draft, NewVersion version, Findings doubts) {
        Optional<String> confirmation = draft.signature().confirmation().filter(_ -> !doubts.isEmpty());
        confirmation.ifPresent(text -> {
            versions.markConfirmed(
                    version.key().id(), text, calendar.now(), draft.signature().actor());
            audit.confirmed(draft, version, text);
        });
        return doubts.isEmpty() || confirmation.isPresent();
    }

    private static DrawOutcome.Refused refused(Draft draft, String field, String reason) {
        var findings = new Findings.Collector();
        findings.add(new Finding(draft.prizeTable().name(), draft.draw().lines().getFirst(), field, reason));
        return new DrawOutcome.Refused(draft.draw().number(), findings.findings(), List.of());
    }
}
