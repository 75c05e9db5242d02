package dev.windfall.bench.scenario;

import com.google.errorprone.annotations.FormatMethod;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/// Says how far the run is.
public final class Progress {

    private Progress() {}

    @FormatMethod
    public static void tell(String sentence, Object... arguments) {
        System.out.printf(
                "%s %s%n",
                LocalTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS), sentence.formatted(arguments));
    }
}
