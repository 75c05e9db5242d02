package dev.windfall.bench.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A subscriber who is signed in.
///
/// @param cookie all that his browser sends
public record Visitor(int subscriber, String cookie) {

    public static List<Visitor> read(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.map(line -> line.split(" ", 2))
                    .map(parts -> new Visitor(Integer.parseInt(parts[0]), "windfall-session=" + parts[1]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
