package dev.windfall.bench.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/// Processor time that a process has used, and those that it started.
public final class CpuTime {

    /// Linux counts in hundredths of a second here, whatever the kernel's own ticks are.
    private static final int TICKS_PER_SECOND = 100;

    /// Places in `/proc/<pid>/stat`, behind the name in brackets: proc(5) counts them from 3.
    private static final int USER = 14 - 3;

    private static final int SYSTEM = 15 - 3;
    private static final int CHILDREN_USER = 16 - 3;
    private static final int CHILDREN_SYSTEM = 17 - 3;

    private CpuTime() {}

    /// Of a process, its children that run, and those that have ended.
    public static Duration ofTree(ProcessHandle process) {
        long ticks = Stream.concat(Stream.of(process), process.descendants())
                .mapToLong(CpuTime::ticks)
                .sum();
        return Duration.ofMillis(ticks * 1000 / TICKS_PER_SECOND);
    }

    private static long ticks(ProcessHandle process) {
        try {
            String stat = Files.readString(Path.of("/proc/%d/stat".formatted(process.pid())));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            return Long.parseLong(fields[USER])
                    + Long.parseLong(fields[SYSTEM])
                    + Long.parseLong(fields[CHILDREN_USER])
                    + Long.parseLong(fields[CHILDREN_SYSTEM]);
        } catch (NoSuchFileException ended) {
            return 0;
        } catch (IOException e) {
            return 0;
        }
    }
}
