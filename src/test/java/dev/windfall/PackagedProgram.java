package dev.windfall;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Runs the packaged program as a process of its own, the way its users do.
///
/// @param folder its working directory
/// @param environment added to that of the tests
/// @param jvmOptions before `-jar`
record PackagedProgram(Path folder, Map<String, String> environment, List<String> jvmOptions) {

    static final Path JAR = Path.of(System.getProperty("windfall.jar", "target/windfall.jar"));
    private static final int MAX_RUN_S = 300;

    Ended run(String... arguments) throws IOException, InterruptedException {
        return runOn("", arguments);
    }

    /// @param input what it reads
    Ended runOn(String input, String... arguments) throws IOException, InterruptedException {
        Path out = Files.createTempFile("windfall", ".out");
        Path err = Files.createTempFile("windfall", ".err");
        try {
            Process process = start(out, err, arguments);
            try (var writer = process.outputWriter()) {
                writer.write(input);
            }
            if (!process.waitFor(MAX_RUN_S, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("still running after %d s: %s".formatted(MAX_RUN_S, Files.readString(err)));
            }
            return new Ended(process.exitValue(), Files.readString(out, UTF_8), Files.readString(err, UTF_8));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }

    /// Starts it and leaves it running.
    Process start(Path out, Path err, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmOptions);
        command.addAll(List.of("-jar", JAR.toAbsolutePath().toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }

    /// How a run ended.
    record Ended(int exitCode, String out, String err) {}
}
