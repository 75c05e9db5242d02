package dev.windfall.bench.scenario;

import dev.windfall.bench.lab.Lab;
import dev.windfall.bench.lab.Pages;
import dev.windfall.bench.lab.Participant;
import dev.windfall.bench.lab.Participants;
import dev.windfall.bench.lab.Visitor;
import java.io.IOException;
import java.util.List;

/// Each alternative gives the same prizes as the obvious query, and the same page as all others, byte by byte.
final class SameAnswers {

    private static final int COMPARED = 100;
    private static final int IDENTICAL = 20;

    private final Lab lab;
    private int compared;

    SameAnswers(Lab lab) {
        this.lab = lab;
    }

    /// How many answers have been compared with the obvious query.
    int compared() {
        return compared;
    }

    /// @throws IllegalStateException at the first difference
    void check(Participants participants, List<Visitor> visitors) throws IOException, InterruptedException {
        List<String> expected = List.of();
        for (Participant participant : participants.all()) {
            participant.resume();
            compared += lab.correctness().check(participant.uri(), visitors.subList(0, COMPARED));
            List<String> pages = Pages.of(participant.uri(), visitors.subList(0, IDENTICAL)).stream()
                    .map(Pages::unmasked)
                    .toList();
            participant.pause();
            if (!expected.isEmpty() && !pages.equals(expected)) {
                throw new IllegalStateException("%s shows another page: %s"
                        .formatted(participant.alternative().title(), Pages.firstDifference(expected, pages)));
            }
            expected = pages;
        }
    }
}
