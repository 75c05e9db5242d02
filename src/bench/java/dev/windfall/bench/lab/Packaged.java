package dev.windfall.bench.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The packaged program, as operators start it.
public final class Packaged {

    private static final Path JAR = Path.of("target", "windfall.jar").toAbsolutePath();

    private final List<String> command;

    private Packaged(List<String> command) {
        this.command = List.copyOf(command);
    }

    public static Packaged jar() {
        return new Packaged(command(JAR));
    }

    /// Taken apart, and with a cache of classes and profiles that a training run made.
    ///
    /// @param settings of the training run
    public static Packaged withAheadOfTimeCache(Path folder, Map<String, String> settings)
            throws IOException, InterruptedException {
        Path jar = folder.resolve(JAR.getFileName());
        Path cache = folder.resolve("windfall.aot");
        extract(folder);
        try (var training = new Packaged(command(jar, "-XX:AOTCacheOutput=" + cache))
                .start(settings, folder.resolve("training.log"))) {
            training.awaitReady();
            training.get("/login");
        }
        if (!Files.exists(cache)) {
            throw new IOException("the training run left no cache, see " + folder);
        }
        return new Packaged(command(jar, "-XX:AOTCache=" + cache));
    }

    private static void extract(Path folder) throws IOException, InterruptedException {
        int code = new ProcessBuilder(
                        NodeProcess.java(),
                        "-Djarmode=tools",
                        "-jar",
                        JAR.toString(),
                        "extract",
                        "--force",
                        "--destination",
                        folder.toString())
                .inheritIO()
                .start()
                .waitFor();
        if (code != 0) {
            throw new IOException("the program could not be taken apart");
        }
    }

    private static List<String> command(Path jar, String... options) {
        List<String> command = new ArrayList<>(Lab.JVM);
        command.addAll(List.of(options));
        command.addAll(List.of("-jar", jar.toString()));
        return command;
    }

    public NodeProcess start(Map<String, String> settings, Path log) throws IOException {
        return NodeProcess.start(command, settings, log);
    }
}
