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

    /// A later run measures anew.
    public void clear() throws IOException {
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
