package dev.windfall.publishing;

/// What everybody sees has changed: a draw was published, corrected or withdrawn, and that is committed.
public record ResultsChanged() {}
