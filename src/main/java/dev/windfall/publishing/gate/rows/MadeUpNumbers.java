package dev.windfall.publishing.gate.rows;

import dev.windfall.csv.Findings;

/// Looks for subscriber numbers that nobody drew: as somebody types them to try things out. Each question has a measure
/// of what honest draws do, however small the lottery and however the file is sorted.
final class MadeUpNumbers {

    private static final int LOW = 20;

    /// One subscriber may win each tier of a small draw by one and the same ticket.
    private static final int FEWEST_OF_ONE = 5;

    /// Whoever signs up together has neighbouring numbers, and a prize for a street falls on all of them.
    private static final int FEWEST_IN_SEQUENCE = 10;

    /// In a file sorted by number, where a share of all subscribers wins, the same share of rows follows its
    /// predecessor's number. Where those who left years ago have left gaps, it is more.
    private static final int DENSER_THAN_ALL = 2;

    private long rows;
    private long low;
    private long following;
    private long same;
    private int first;
    private int previous;
    private Place start = new Place("", 0);

    void accept(String file, long line, int subscriber) {
        if (rows++ == 0) {
            first = subscriber;
            start = new Place(file, line);
        }
        low += subscriber <= LOW ? 1 : 0;
        same += subscriber == first ? 1 : 0;
        following += rows > 1 && subscriber == previous + 1 ? 1 : 0;
        previous = subscriber;
    }

    /// @param subscribers how many there are, or the highest number among them
    void report(int subscribers, Findings.Collector doubts) {
        if (Chance.isOutdoneBy(low, rows, (double) LOW / subscribers)) {
            tell("%d of %d prizes go to subscribers 1 to %d".formatted(low, rows, LOW), doubts);
        }
        if (rows >= FEWEST_OF_ONE && same == rows && Chance.isOutdoneBy(rows - 1, rows - 1, 1.0 / subscribers)) {
            tell("all %d prizes go to subscriber %d".formatted(rows, first), doubts);
        }
        if (rows >= FEWEST_IN_SEQUENCE
                && Chance.isOutdoneBy(following, rows - 1, (double) DENSER_THAN_ALL * rows / subscribers)) {
            tell("in %d of %d rows the subscriber's number is one more than before".formatted(following, rows), doubts);
        }
    }

    private void tell(String what, Findings.Collector doubts) {
        doubts.add(start.finding(what + ": look whether these are test data"));
    }
}
