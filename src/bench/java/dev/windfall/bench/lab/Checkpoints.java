package dev.windfall.bench.lab;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/// What was measured by the scenarios that are through, so that a run that is broken off goes on where it was.
public final class Checkpoints {

    private final Path folder;

    /// @param folder of one commit, lest figures of two stand in one document
    public Checkpoints(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    /// What a scenario measured, in this run or in the one that was broken off.
    ///
    /// @param <T> serializable
    @SuppressWarnings("unchecked")
    public <T> T result(String scenario, Callable<T> measure) throws Exception {
        Path file = folder.resolve(scenario);
        if (Files.exists(file)) {
            Progress.tell("%s: measured before this run was broken off", scenario);
            return (T) read(file);
        }
        T result = measure.call();
        write(file, result);
        Progress.tell("%s: through", scenario);
        return result;
    }

    /// What the last run that came to its end has measured in all.
    public static Object last(Path file) throws IOException, ClassNotFoundException {
        if (!Files.exists(file)) {
            throw new IOException("no run has come to its end here: %s is missing".formatted(file));
        }
        return read(file);
    }

    /// Keeps all that a run has measured. A later run measures anew.
    public void end(Object results, Path last) throws IOException {
        Files.deleteIfExists(last);
        write(last, results);
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }

    private static Object read(Path file) throws IOException, ClassNotFoundException {
        try (var in = new ObjectInputStream(Files.newInputStream(file))) {
            return in.readObject();
        }
    }

    private static void write(Path file, Object result) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".part");
        try (var out = new ObjectOutputStream(Files.newOutputStream(unfinished))) {
            out.writeObject(result);
        }
        Files.move(unfinished, file);
    }
}
