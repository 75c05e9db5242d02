package dev.windfall;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What some tests need and a user's machine may lack. There such a test is skipped and says what to install; where the
/// environment variable `CI` is `true` it fails.
public final class Requirement {

    static final boolean CI = Boolean.parseBoolean(System.getenv("CI"));

    private Requirement() {}

    /// A file of the real lotteries' and carriers' data that lie beside the project.
    public static Path data(String file) {
        Path path = Path.of("..", "shared", "data").resolve(file);
        return Files.exists(path) ? path : missing("the data file " + path);
    }

    /// A program on the `PATH`.
    ///
    /// @param debianPackage what to install for it
    public static Path program(String name, String debianPackage) {
        return onThePath(name).orElseGet(() -> missing("%s: apt-get install %s".formatted(name, debianPackage)));
    }

    /// A file of one of the packages that `src/test/node` names.
    static Path nodePackage(String file) {
        Path path = Path.of("src", "test", "node", "node_modules").resolve(file);
        return Files.exists(path) ? path : missing("%s: npm ci --prefix src/test/node".formatted(path));
    }

    static boolean areOnThePath(List<String> programs) {
        return programs.stream().allMatch(program -> onThePath(program).isPresent());
    }

    private static Optional<Path> onThePath(String program) {
        return Stream.of(System.getenv("PATH").split(":", -1))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Path missing(String what) {
        String sentence = "This test needs " + what;
        return CI ? fail(sentence) : abort(sentence);
    }
}
