package dev.windfall;

import dev.windfall.publishing.DrawOutcome;
import dev.windfall.publishing.PublicationOutcome;
import dev.windfall.publishing.file.Findings;
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
            case DrawOutcome.Imported imported -> done(number, "imported, %d prizes".formatted(imported.prizeCount()));
            case DrawOutcome.Declared _ -> done(number, "declared, its winners are to come");
            case DrawOutcome.Kept _ -> done(number, "kept as it was");
            case DrawOutcome.Refused refused -> {
                undone(number, "refused");
                tell(refused.findings());
            }
        }
    }

    void tell(PublicationOutcome outcome) {
        String number = outcome.drawNumber();
        switch (outcome) {
            case PublicationOutcome.Published published ->
                done(number, "published, data version " + published.dataVersion());
            case PublicationOutcome.NotImported _ -> undone(number, "not published, its winners are not imported");
            case PublicationOutcome.AlreadyPublished _ -> undone(number, "not published, it is published already");
            case PublicationOutcome.NoSuchDraw _ -> undone(number, "not published, there is no such draw");
        }
    }

    void tell(Findings findings) {
        clean &= findings.isEmpty();
        findings.first().forEach(err::println);
        if (findings.more() > 0) {
            err.printf("and %d more%n", findings.more());
        }
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
