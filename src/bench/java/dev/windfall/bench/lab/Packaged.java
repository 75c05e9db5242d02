package dev.windfall.bench.lab;

import dev.windfall.Windfall;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The packaged program, as operators start it.
public final class Packaged {

    private static final Path JAR = Path.of("target", "windfall.jar").toAbsolutePath();

    /// Beside its parts.
    private static final Path COPY = Path.of("packaged", "windfall.jar");

    private final Path jar;
    private final List<String> options;

    private Packaged(Path jar, String... options) {
        this.jar = jar;
        this.options = Stream.concat(Lab.JVM.stream(), Stream.of(options)).toList();
    }

    /// The same in one piece, without a cache.
    public Packaged inOnePiece() {
        return new Packaged(jar.resolveSibling(COPY));
    }

    /// Taken apart, and with a cache of what a start loads and links: made without a database, as in the image under
    /// `deploy`.
    ///
    /// @param folder for its parts
    public static Packaged withAheadOfTimeCache(Path folder) throws IOException, InterruptedException {
        Path jar = folder.resolve(JAR.getFileName());
        Path cache = folder.resolve("windfall.aot");
        // one of an earlier run must not pass for this one's
        Files.deleteIfExists(cache);
        // nor what is built while it goes on
        Path copy = folder.resolve(COPY);
        Files.createDirectories(copy.getParent());
        Files.copy(JAR, copy, StandardCopyOption.REPLACE_EXISTING);
        JdkTool.run(
                "java",
                List.of(
                        "-Djarmode=tools",
                        "-jar",
                        copy.toString(),
                        "extract",
                        "--force",
                        "--destination",
                        folder.toString()));
        List<String> training = new ArrayList<>(Lab.JVM);
        training.addAll(List.of(
                "-XX:AOTCacheOutput=" + cache,
                "-Xlog:aot=error",
                "-Dspring.context.exit=onRefresh",
                "-Dspring.datasource.url=jdbc:postgresql:none",
                "-jar",
                jar.toString()));
        JdkTool.run("java", training);
        if (!Files.exists(cache)) {
            throw new IOException("the training run left no cache in " + folder);
        }
        return new Packaged(jar, "-XX:AOTCache=" + cache);
    }

    /// The commit that is measured, as the program itself tells it.
    public static String commit() throws IOException {
        String commit = git().getProperty("git.commit.id.abbrev", "unknown");
        return isChanged() ? commit + " and changes" : commit;
    }

    /// Whether it was built from more than the commit.
    public static boolean isChanged() throws IOException {
        return git().getProperty("git.dirty", "false").equals("true");
    }

    private static Properties git() throws IOException {
        var properties = new Properties();
        try (InputStream git = Packaged.class.getResourceAsStream("/git.properties")) {
            if (git != null) {
                properties.load(git);
            }
        }
        return properties;
    }

    public NodeProcess start(Map<String, String> settings, Path log) throws IOException {
        List<String> command = new ArrayList<>(options);
        command.addAll(List.of("-jar", jar.toString()));
        return NodeProcess.start(command, settings, log);
    }

    /// Starts another class in its place, with what the benchmarks add beside it.
    ///
    /// @param further options of the Java VM
    /// @param line the class, and what it is given
    NodeProcess start(List<String> further, List<String> line, Map<String, String> settings, Path log)
            throws IOException {
        List<String> command = new ArrayList<>(options);
        command.addAll(further);
        command.addAll(List.of("-classpath", jar + File.pathSeparator + additions()));
        command.addAll(line);
        return NodeProcess.start(command, settings, log);
    }

    /// What is on the class path of the benchmarks and not in the program.
    private String additions() throws IOException {
        Set<String> packaged;
        try (var libraries = Files.list(jar.resolveSibling("lib"))) {
            packaged = libraries.map(Path::getFileName).map(Path::toString).collect(Collectors.toSet());
        }
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !packaged.contains(Path.of(entry).getFileName().toString()))
                .filter(entry -> !isCompiledProgram(Path.of(entry)))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static boolean isCompiledProgram(Path entry) {
        return Files.exists(entry.resolve(Windfall.class.getName().replace('.', '/') + ".class"));
    }
}
