package dev.windfall.bench.document;

import dev.windfall.bench.lab.Packaged;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/// Puts the document of a run together.
public final class Document {

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
        var text = new StringBuilder("""
                # Benchmarks

                Windfall beside the other ways to build the same page, measured on one machine, each scenario in one go:
                compare, don't take the seconds for those of another machine. Written on %s, of commit %s, by

                ```sh
                %s
                ```

                Figures are medians of %d rounds, with the smallest and the largest value in brackets; those without
                brackets are medians, or sums where things are counted, or were measured once.

                """.formatted(
                        LocalDate.now(ZoneOffset.UTC),
                        Packaged.commit(),
                        command(results),
                        results.plan().rounds()));
        for (Section section : sections) {
            text.append(section.write(pictures)).append('\n');
        }
        return Files.writeString(
                folder.resolve("benchmarks.md"), text.toString().stripTrailing() + "\n");
    }

    private static String command(Results results) {
        String mode = results.plan().name().equals("full")
                ? ""
                : " -Dbenchmarks=" + results.plan().name();
        return "./mvnw -Pbenchmarks verify" + mode;
    }
}
