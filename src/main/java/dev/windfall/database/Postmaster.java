package dev.windfall.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The process of a PostgreSQL server that is running.
record Postmaster(long pid, int port) {

    /// The lines of the file that a server keeps while it runs, and leaves behind when it is killed.
    private static final int PID_LINE = 0;

    private static final int PORT_LINE = 3;

    /// The process that serves these files, if one does.
    static Optional<Postmaster> serving(Path cluster) throws IOException {
        try {
            List<String> lines = Files.readAllLines(cluster.resolve("postmaster.pid"));
            if (lines.size() <= PORT_LINE) {
                return Optional.empty();
            }
            var named = new Postmaster(
                    Long.parseLong(lines.get(PID_LINE).strip()),
                    Integer.parseInt(lines.get(PORT_LINE).strip()));
            return Optional.of(named).filter(postmaster -> postmaster.serves(cluster));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
    }

    /// The number of a process that died may have gone to another one since.
    private boolean serves(Path cluster) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().commandLine())
                .filter(line -> line.contains(cluster.toString()))
                .isPresent();
    }
}
