package dev.windfall;

import dev.windfall.publishing.intake.ImportProgress;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/// How far an import is, told about every second: on a terminal in one line that changes, elsewhere, as in a log, in a
/// line now and then.
final class ProgressLine {

    private static final int TOLD_IN_A_LOG = 10;

    private final PrintWriter err;
    private final boolean terminal;
    private int count;

    ProgressLine(PrintWriter err) {
        this.err = err;
        this.terminal = Terminal.find().isPresent();
    }

    void show(ImportProgress.State state) {
        if (terminal) {
            // the cursor goes back, so that a line of the log takes this one's place
            err.print("\r\u001B[K" + text(state) + "\r");
        } else if (++count % TOLD_IN_A_LOG == 0) {
            err.println(text(state));
        }
        err.flush();
    }

    /// Leaves the line to others.
    void clear() {
        if (terminal) {
            err.print("\r\u001B[K");
            err.flush();
        }
    }

    static String text(ImportProgress.State state) {
        return "%s draw %s: %,d of %,d prizes, %,d a second, %s"
                .formatted(
                        state.stage().name().toLowerCase(Locale.ROOT),
                        state.drawNumber(),
                        state.prizes(),
                        state.expected(),
                        state.perSecond(),
                        state.timeLeft().map(ProgressLine::left).orElse("time left not known yet"));
    }

    private static String left(Duration time) {
        return "about %d:%02d min left".formatted(time.toMinutes(), time.toSecondsPart());
    }
}
