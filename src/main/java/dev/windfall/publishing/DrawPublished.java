package dev.windfall.publishing;

/// A draw has become public, and its transaction is committed.
///
/// @param dataVersion the state of everything published that it made
public record DrawPublished(String drawNumber, long dataVersion) {}
