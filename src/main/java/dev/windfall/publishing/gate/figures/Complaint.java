package dev.windfall.publishing.gate.figures;

/// That a tier's figure is out of line.
///
/// @param column of the prize table
/// @param reason one sentence: what it is, what it used to be, and what may have happened
public record Complaint(String tier, String column, String reason) {}
