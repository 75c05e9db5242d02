package dev.windfall.publishing.gate.rows;

import dev.windfall.csv.Findings;
import java.util.List;

/// Watches one draw's winners go by and tells at the end what is odd about all of them together. Some megabytes,
/// however many they are, and nothing is allocated for a row.
public final class WinnersWatch {

    private final List<String> files;
    private final RepeatedRuns repeatedRuns;
    private final MadeUpNumbers madeUpNumbers = new MadeUpNumbers();

    /// @param files the names of the winners files, in the order in which they are read
    public WinnersWatch(List<String> files) {
        this.files = List.copyOf(files);
        this.repeatedRuns = new RepeatedRuns(files);
    }

    /// @param file its place in the list
    public void accept(int file, long line, int subscriber, int tier) {
        repeatedRuns.accept(file, line, subscriber, tier);
        madeUpNumbers.accept(files.get(file), line, subscriber);
    }

    public void reportRepetitions(Findings.Collector findings) {
        repeatedRuns.report(findings);
    }

    /// @param highestSubscriber the highest number that a subscriber has
    public void reportMadeUpNumbers(int highestSubscriber, Findings.Collector doubts) {
        madeUpNumbers.report(highestSubscriber, doubts);
    }
}
