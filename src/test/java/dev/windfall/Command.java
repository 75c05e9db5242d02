package dev.windfall;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A program of the machine, run to its end.
final class Command {

    private static final int MAX_RUN_S = 300;

    private Command() {}

    /// @param environment added to that of the tests
    /// @return what the program says, once it has ended well
    static String run(Map<String, String> environment, String... command) throws IOException, InterruptedException {
        Path said = Files.createTempFile("windfall", ".out");
        try {
            var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
            builder.environment().putAll(environment);
            assertThat(exitCode(builder.start()))
                    .as(() -> "%s\n%s".formatted(List.of(command), read(said)))
                    .isZero();
            return Files.readString(said);
        } finally {
            Files.delete(said);
        }
    }

    private static int exitCode(Process process) throws InterruptedException {
        if (!process.waitFor(MAX_RUN_S, TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
        }
        return process.exitValue();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
