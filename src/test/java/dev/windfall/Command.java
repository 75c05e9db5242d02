package dev.windfall;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A program of the machine, run to its end.
final class Command {

    private static final int MAX_RUN_S = 300;

    /// How a program ended.
    ///
    /// @param said all that it wrote to its output and its errors
    record End(int exitCode, String said) {}

    private Command() {}

    /// @param environment added to that of the tests
    /// @return what the program says, once it has ended well
    static String run(Map<String, String> environment, String... command) throws IOException, InterruptedException {
        End end = end(environment, command);
        assertThat(end.exitCode())
                .as(() -> "%s\n%s".formatted(List.of(command), end.said()))
                .isZero();
        return end.said();
    }

    /// @param environment added to that of the tests
    /// @return once it has ended, well or not
    static End end(Map<String, String> environment, String... command) throws IOException, InterruptedException {
        Path said = Files.createTempFile("windfall", ".out");
        try {
            var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
            builder.environment().putAll(environment);
            int exitCode = exitCode(builder.start());
            return new End(exitCode, Files.readString(said));
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
}
