package dev.windfall.draw;

/// A draw whose winners nobody knows: declared, and not published.
///
/// @param withdrawn whether its winners were published once and taken back
public record PendingDraw(Draw draw, boolean withdrawn) {}
