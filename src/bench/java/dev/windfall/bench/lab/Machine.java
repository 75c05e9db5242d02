package dev.windfall.bench.lab;

import java.io.File;
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

    /// Sees before hours of work that there is room for it.
    ///
    /// @param folder of what is written; what an earlier run left there is used again
    /// @throws IOException if there is not enough
    public void requireRoom(Path folder, long diskBytes, long memoryBytes) throws IOException {
        long missing = diskBytes - sizeOf(folder) - Files.getFileStore(folder).getUsableSpace();
        if (missing > 0) {
            throw new IOException("The benchmarks write %,d MB into %s, where %,d MB are missing: free them first."
                    .formatted(diskBytes / 1_000_000, folder, missing / 1_000_000));
        }
        if (this.memoryBytes < memoryBytes) {
            throw new IOException(
                    "The benchmarks take %,d MB of memory, and this machine has %,d MB: try -Dbenchmarks=short."
                            .formatted(memoryBytes / 1_000_000, this.memoryBytes / 1_000_000));
        }
    }

    private static long sizeOf(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.map(Path::toFile).mapToLong(File::length).sum();
        }
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
