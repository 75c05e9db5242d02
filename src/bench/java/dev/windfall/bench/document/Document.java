package dev.windfall.bench.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Puts the document of a run together.
public final class Document {

    /// The table of the headline figures, from its head to its last line.
    private static final Pattern QUOTED =
            Pattern.compile("^\\|  \\| Windfall \\| the obvious query \\|$(\\n\\|.*)*", Pattern.MULTILINE);

    private Document() {}

    /// @param folder gets `benchmarks.md`, and pictures in `benchmarks`
    public static Path write(Results results, Path folder) throws IOException {
        Path pictures = Files.createDirectories(folder.resolve("benchmarks"));
        List<Section> sections = List.of(
                new Headline(results),
                new Targets(results),
                new SteadySection(results),
                new NightSection(results),
                new StartsSection(results),
                new GrowthSection(results),
                new PartsSection(results),
                new ProfileSection(results),
                new SetupSection(results));
        var text = new StringBuilder(
                """
                # Benchmarks

                Windfall beside the other ways to build the same page, measured on one machine, each scenario in one go:
                compare, don't take the seconds for those of another machine. Measured on %s, of commit %s, by

                ```sh
                %s
                ```

                %s

                """.formatted(results.measuredOn(), results.commit(), command(results), figures(results)));
        for (Section section : sections) {
            text.append(section.write(pictures)).append('\n');
        }
        return Files.writeString(
                folder.resolve("benchmarks.md"), text.toString().stripTrailing() + "\n");
    }

    /// Puts the headline figures into the README in place of those that stand there.
    public static void quote(Results results, Path readme) throws IOException {
        String table = new Headline(results).table().toString().strip();
        String quoted = QUOTED.matcher(Files.readString(readme)).replaceFirst(Matcher.quoteReplacement(table));
        Files.writeString(readme, quoted);
    }

    private static String figures(Results results) {
        if (results.plan().isTrial()) {
            return """
                    Each figure was measured once, of nodes that were loaded for seconds only: what needs the Java VM's
                    compilers most is told too slow by it. To quote figures, measure them in full.""";
        }
        return """
                Figures are medians of %d rounds, with the smallest and the largest value in brackets; those without
                brackets are medians, or sums where things are counted, or were measured once.""".formatted(results.plan().rounds());
    }

    private static String command(Results results) {
        String mode = results.plan().name().equals("full")
                ? ""
                : " -Dbenchmarks=" + results.plan().name();
        return "./mvnw -Pbenchmarks verify" + mode;
    }
}
