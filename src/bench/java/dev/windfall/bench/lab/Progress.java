package dev.windfall.bench.lab;

import com.google.errorprone.annotations.FormatMethod;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Says how far the run is.
public final class Progress {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private Progress() {}

    @FormatMethod
    public static void tell(String sentence, Object... arguments) {
        System.out.printf(
                "%s %s%n", CLOCK.format(LocalTime.now(ZoneId.systemDefault())), sentence.formatted(arguments));
    }
}
