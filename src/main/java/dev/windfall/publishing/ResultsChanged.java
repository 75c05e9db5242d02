package dev.windfall.publishing;

/// What everybody sees has changed: a draw was published, corrected or withdrawn, and that is committed.
///
/// @param dataVersion the state of everything published that it made
public record ResultsChanged(String drawNumber, long dataVersion) {}
