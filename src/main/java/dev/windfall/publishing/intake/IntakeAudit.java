package dev.windfall.publishing.intake;

import dev.windfall.audit.AuditTrail;
import dev.windfall.audit.Deed;
import dev.windfall.audit.Deed.Action;
import dev.windfall.csv.FileDigest;
import dev.windfall.csv.Finding;
import dev.windfall.csv.Findings;
import dev.windfall.publishing.DrawVersions.NewVersion;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Writes down what came in and what was refused, with the digests of the files.
@Component
class IntakeAudit {

    private static final int TOLD = 5;

    private final AuditTrail trail;

    IntakeAudit(AuditTrail trail) {
        this.trail = trail;
    }

    void declared(Draft draft, NewVersion version) {
        trail.record(deed(draft, version, Action.DECLARED, details(draft.signature(), draft.prizeTable(), List.of())));
    }

    /// @param files the winners files
    void imported(Draft draft, NewVersion version, List<FileDigest> files, Findings doubts) {
        trail.record(deed(
                draft,
                version,
                Action.IMPORTED,
                details(draft.signature(), draft.prizeTable(), files) + told("doubts", doubts)));
    }

    void confirmed(Draft draft, NewVersion version, String text) {
        trail.record(deed(draft, version, Action.CONFIRMED, text));
    }

    /// @param prizeTable the file that declares the draw
    void refused(ImportRequest.Signature signature, FileDigest prizeTable, DrawOutcome.Refused refused) {
        String details = details(signature, prizeTable, refused.winnersFiles()) + told("findings", refused.findings());
        trail.record(new Deed(
                signature.actor(), Action.REFUSED, Optional.of(refused.drawNumber()), OptionalInt.empty(), details));
    }

    /// What belongs to no draw of the prize table.
    void refused(
            ImportRequest.Signature signature,
            FileDigest prizeTable,
            List<FileDigest> winnersFiles,
            Findings findings) {
        String details = details(signature, prizeTable, winnersFiles) + told("findings", findings);
        trail.record(Deed.of(Action.REFUSED, signature.actor(), details));
    }

    private static Deed deed(Draft draft, NewVersion version, Action action, String details) {
        return Deed.to(
                draft.draw().number(),
                version.version(),
                action,
                draft.signature().actor(),
                details);
    }

    private static String details(
            ImportRequest.Signature signature, FileDigest prizeTable, List<FileDigest> winnersFiles) {
        String reason =
                signature.correction().map("correction: %s; "::formatted).orElse("");
        return reason
                + Stream.concat(Stream.of(prizeTable), winnersFiles.stream())
                        .map(file -> "%s (SHA-256 %s)".formatted(file.name(), file.sha256()))
                        .collect(Collectors.joining(", "));
    }

    /// How many there are, and the first of them in full.
    private static String told(String kind, Findings findings) {
        if (findings.isEmpty()) {
            return "";
        }
        String first =
                findings.first().stream().limit(TOLD).map(Finding::toString).collect(Collectors.joining("; "));
        return ", %s (%d): %s".formatted(kind, findings.first().size() + findings.more(), first);
    }
}
