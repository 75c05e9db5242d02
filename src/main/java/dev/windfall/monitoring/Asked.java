package dev.windfall.monitoring;

/// A statement by its name, and the route from which it was asked.
record Asked(String statement, String route) {}
