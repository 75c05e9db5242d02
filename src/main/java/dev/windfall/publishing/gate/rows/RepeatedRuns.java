package dev.windfall.publishing.gate.rows;

import dev.windfall.csv.Findings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Looks for runs of rows that come again: a file given twice, appended to itself, or with another one's rows in it.
/// What is compared is who won what, so that neither encoding nor quotes nor order of files make a difference, and a
/// run is found at whatever line it begins.
///
/// A run is eight rows, each followed by a different one: one subscriber may win one tier often. Among a million
/// winners of a million subscribers, eight in a row come again by chance once in 10³⁶ draws.
final class RepeatedRuns {

    private static final int RUN = 8;
    private static final long BASE = 0x9E37_79B9_7F4A_7C15L;
    private static final long BASE_TO_RUN = power(BASE, RUN);

    private static final int LINE_BITS = 40;
    private static final int MAX_SLOTS = 1 << 19;

    private final List<String> files;
    private final RunTable runs = new RunTable(MAX_SLOTS);
    private final long[] rows = new long[RUN];
    private final long[] places = new long[RUN];
    private final Map<FilePair, Repetition> repetitions = new LinkedHashMap<>();

    private long count;
    private long hash;
    private long previous;

    RepeatedRuns(List<String> files) {
        this.files = List.copyOf(files);
    }

    /// @param file its place in the list
    void accept(int file, long line, int subscriber, int tier) {
        long row = ((long) subscriber << Short.SIZE | tier) + 1;
        if (row == previous) {
            return;
        }
        previous = row;
        int slot = (int) (count++ % RUN);
        hash = hash * BASE + mixed(row) - rows[slot] * BASE_TO_RUN;
        rows[slot] = mixed(row);
        places[slot] = (long) file << LINE_BITS | line;
        if (count >= RUN) {
            look(mixed(hash), places[(int) (count % RUN)]);
        }
    }

    private void look(long run, long place) {
        if (runs.takes(run)) {
            long first = runs.seen(run, place);
            if (first != RunTable.UNSEEN) {
                repetitions.computeIfAbsent(
                                        new FilePair(file(first), file(place)),
                                        _ -> new Repetition(place(first), place(place)))
                                .rows +=
                        runs.interval();
            }
        }
    }

    void report(Findings.Collector findings) {
        repetitions
                .values()
                .forEach(repetition -> findings.add(repetition.again.finding(
                        "from here on, some %d rows are those of %s from line %d on: look whether winners are given twice"
                                .formatted(repetition.rows, repetition.first.file(), repetition.first.line()))));
    }

    private static int file(long place) {
        return (int) (place >>> LINE_BITS);
    }

    private Place place(long place) {
        return new Place(files.get(file(place)), place & ((1L << LINE_BITS) - 1));
    }

    private static long power(long base, int exponent) {
        return exponent == 0 ? 1 : base * power(base, exponent - 1);
    }

    /// David Stafford's variant 13 of MurmurHash3's finalizer: each bit of the result depends on all bits.
    private static long mixed(long bits) {
        long mixed = (bits ^ (bits >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D0_49BB_1331_11EBL;
        return mixed ^ (mixed >>> 31);
    }

    private record FilePair(int first, int again) {}

    /// Two files, or one file twice.
    private static final class Repetition {

        private final Place first;
        private final Place again;
        private long rows;

        Repetition(Place first, Place again) {
            this.first = first;
            this.again = again;
        }
    }
}
