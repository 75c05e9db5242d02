package dev.windfall;

import dev.windfall.csv.Findings;
import dev.windfall.publishing.StepOutcome;
import dev.windfall.publishing.intake.DrawOutcome;
import java.io.PrintWriter;

/// Tells outcomes on the command line: a line for each draw, and the findings among the errors.
final class OutcomeReport {

    private final PrintWriter out;
    private final PrintWriter err;
    private boolean clean = true;

    OutcomeReport(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    /// 0 if nothing told so far was refused, else 1.
    int exitCode() {
        return clean ? 0 : 1;
    }

    void tell(DrawOutcome outcome) {
        String number = outcome.drawNumber();
        switch (outcome) {
            case DrawOutcome.Imported imported -> tell(imported);
            case DrawOutcome.Declared _ -> done(number, "declared, its winners are to come");
            case DrawOutcome.Kept _ -> done(number, "kept as it was");
            case DrawOutcome.Refused refused -> {
                undone(number, "refused");
                tell(refused.findings());
            }
        }
    }

    private void tell(DrawOutcome.Imported imported) {
        String prizes = "imported as version %d, %d prizes".formatted(imported.version(), imported.prizeCount());
        if (imported.doubts().isEmpty()) {
            done(imported.drawNumber(), prizes);
        } else {
            done(imported.drawNumber(), prizes + (imported.checked() ? ", confirmed:" : ", held until confirmed:"));
            list(imported.doubts());
        }
    }

    void tell(StepOutcome outcome) {
        String number = outcome.drawNumber();
        switch (outcome) {
            case StepOutcome.Confirmed _ -> done(number, "confirmed");
            case StepOutcome.Approved _ -> done(number, "approved");
            case StepOutcome.Published published -> done(number, "published, data version " + published.dataVersion());
            case StepOutcome.Withdrawn withdrawn -> done(number, "withdrawn, data version " + withdrawn.dataVersion());
            case StepOutcome.Discarded _ -> done(number, "discarded");
            case StepOutcome.Refused refused -> undone(number, reason(refused.reason()));
        }
    }

    private static String reason(StepOutcome.Refusal refusal) {
        return switch (refusal) {
            case NO_SUCH_DRAW -> "there is no such draw";
            case NOT_IMPORTED -> "its winners are not imported";
            case DOUBTS_OPEN -> "not approved, what the checks found is to be confirmed first";
            case NOTHING_TO_CONFIRM -> "there is nothing to confirm";
            case SECOND_PERSON_NEEDED -> "not approved, who imported it can't approve it too";
            case NOT_APPROVED -> "not published, a second person has to approve it first";
            case ALREADY_APPROVED -> "approved already";
            case ALREADY_PUBLISHED -> "published already";
            case NOT_PUBLISHED -> "not withdrawn, it is not published";
            case SUPERSEDED -> "nothing done, that is not the version on its way: it was imported again since";
            case BUSY -> "nothing done, somebody else is taking a step with it: try again";
        };
    }

    void tell(Findings findings) {
        clean &= findings.isEmpty();
        list(findings);
    }

    private void list(Findings findings) {
        findings.first().forEach(err::println);
        if (findings.more() > 0) {
            err.printf("and %d more%n", findings.more());
        }
        err.flush();
    }

    /// Neither done nor wrong, and surely not what was meant.
    void tellThatNothingWasAskedFor() {
        clean = false;
        err.println("The prize table holds no draw of these days: look at --from and --to.");
    }

    private void done(String drawNumber, String what) {
        out.printf("draw %s: %s%n", drawNumber, what);
        out.flush();
    }

    private void undone(String drawNumber, String what) {
        clean = false;
        done(drawNumber, what);
    }
}
