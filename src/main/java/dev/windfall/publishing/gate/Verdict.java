package dev.windfall.publishing.gate;

import dev.windfall.csv.Findings;

/// What the checks of one draw found, by how serious it is.
public final class Verdict {

    private final Findings.Collector faults = new Findings.Collector();
    private final Findings.Collector doubts = new Findings.Collector();

    /// What keeps the draw out: nobody can wish to publish it.
    public Findings.Collector faults() {
        return faults;
    }

    /// What is unlikely and may be right: the draw gets in, and is held until somebody confirms it in writing.
    public Findings.Collector doubts() {
        return doubts;
    }
}
