package dev.windfall;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// What the README names exists.
class ReadmeTests {

    private static final Pattern TYPE = Pattern.compile("`([A-Z][a-z]+(?:[A-Z][a-z]+)+|Snapshot|Winners|Publication)`");
    private static final Pattern PACKAGE_ROW = Pattern.compile("(?m)^\\| `([a-z]+)` \\|");

    private final String readme = read();

    @Test
    void namesTypesThatExist() {
        Set<String> types = new ClassFileImporter()
                .importPackages("dev.windfall").stream()
                        .map(JavaClass::getSimpleName)
                        .collect(Collectors.toSet());

        assertThat(found(TYPE)).hasSizeGreaterThan(8).isSubsetOf(types);
    }

    @Test
    void mapsEveryPackage() throws IOException {
        try (var folders = Files.list(Path.of("src/main/java/dev/windfall"))) {
            List<String> packages = folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .toList();

            assertThat(found(PACKAGE_ROW)).containsAll(packages);
        }
    }

    @Test
    void showsAPictureThatIsThere() {
        assertThat(found(Pattern.compile("!\\[[^]]*]\\(([^)]+)\\)")))
                .isNotEmpty()
                .allSatisfy(picture -> assertThat(Path.of(picture)).exists());
    }

    /// No figure is quoted that the benchmarks didn't print.
    @Test
    void quotesTheBenchmarksAsTheyWereWritten() throws IOException {
        String written = Files.readString(Path.of("docs/benchmarks.md"));

        List<String> headline = written.lines()
                .dropWhile(line -> !line.equals("## In short"))
                .dropWhile(line -> !line.startsWith("|"))
                .takeWhile(line -> line.startsWith("|"))
                .toList();

        assertThat(headline).hasSizeGreaterThan(5);
        assertThat(readme.lines()).containsSequence(headline);
    }

    private List<String> found(Pattern pattern) {
        return pattern.matcher(readme)
                .results()
                .map((MatchResult match) -> match.group(1))
                .distinct()
                .toList();
    }

    private static String read() {
        try {
            return Files.readString(Path.of("README.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
