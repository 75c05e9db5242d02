package dev.windfall.bench.lab;

import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// What was measured on.
///
/// @param memoryBytes of the whole machine
public record Machine(
        String processor, int cores, long memoryBytes, String system, String java, String wrk, String redis)
        implements Serializable {

    public static Machine look() throws IOException {
        return new Machine(
                field(Path.of("/proc/cpuinfo"), "model name"),
                Runtime.getRuntime().availableProcessors(),
                Long.parseLong(field(Path.of("/proc/meminfo"), "MemTotal").replaceAll("[^0-9]", "")) << 10,
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                System.getProperty("java.vendor") + " " + System.getProperty("java.runtime.version"),
                firstLine("wrk", "--version"),
                firstLine("redis-server", "--version"));
    }

    private static String field(Path file, String name) throws IOException {
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        }
    }

    /// @throws IOException if there is no such program
    private static String firstLine(String... command) throws IOException {
        var process = start(command);
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .findFirst()
                .orElse("unknown");
    }

    private static Process start(String... command) throws IOException {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            throw new IOException("The benchmarks need %s: apt-get install wrk redis-server".formatted(command[0]), e);
        }
    }
}
