package dev.windfall.publishing.intake;

import dev.windfall.csv.Findings;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/// An import as the database remembers it, whichever process does it.
///
/// @param prizeTable the file's name
/// @param outcomes of the draws that are done, in their order
public record RecordedImport(
        int id,
        Instant startedAt,
        String startedBy,
        String prizeTable,
        int winnersFiles,
        State state,
        ImportProgress.State progress,
        Optional<Instant> endedAt,
        Optional<Failure> failure,
        List<Outcome> outcomes) {

    public RecordedImport {
        outcomes = List.copyOf(outcomes);
    }

    public enum State {
        RUNNING,
        /// All draws are in, or were in already.
        DONE,
        /// Some draws were refused, and nothing of those got in.
        REFUSED,
        /// It ended before its end, for a reason other than the files.
        FAILED,
        /// The process that did it went away; what it was busy with is not in.
        BROKEN_OFF
    }

    /// Why an import ended before its end.
    public enum Failure {
        DATABASE,
        FILES,
        UNEXPECTED;

        static Failure of(RuntimeException failure) {
            return switch (failure) {
                case DataAccessException _, TransactionException _ -> DATABASE;
                case UncheckedIOException _ -> FILES;
                default -> UNEXPECTED;
            };
        }
    }

    /// @param drawNumber empty for findings that belong to no draw
    /// @param findings what keeps the draw out, or what is to be confirmed
    public record Outcome(String drawNumber, Kind kind, int prizes, Findings findings) {

        public enum Kind {
            IMPORTED,
            /// In, and to be confirmed.
            HELD,
            DECLARED,
            KEPT,
            REFUSED
        }

        static Outcome ofNoDraw(Findings findings) {
            return new Outcome("", Kind.REFUSED, 0, findings);
        }

        static Outcome of(DrawOutcome outcome) {
            return switch (outcome) {
                case DrawOutcome.Imported imported ->
                    new Outcome(
                            imported.drawNumber(),
                            imported.checked() ? Kind.IMPORTED : Kind.HELD,
                            imported.prizeCount(),
                            imported.doubts());
                case DrawOutcome.Declared declared ->
                    new Outcome(declared.drawNumber(), Kind.DECLARED, 0, Findings.NONE);
                case DrawOutcome.Kept kept -> new Outcome(kept.drawNumber(), Kind.KEPT, 0, Findings.NONE);
                case DrawOutcome.Refused refused ->
                    new Outcome(refused.drawNumber(), Kind.REFUSED, 0, refused.findings());
            };
        }
    }
}
