package dev.windfall.publishing.gate;

import dev.windfall.csv.Findings;

/// Looks for one kind of unlikelihood in a declared draw.
@FunctionalInterface
interface DrawCheck {

    void check(Candidate candidate, History history, Findings.Collector doubts);
}
