package dev.windfall.database;

/// The database was reached and its tables are up to date.
///
/// Told until nobody who listens fails, which is once in the ordinary run of things: at the start in the main thread
/// before the web server opens, or later in a thread of its own, when the server could not be reached at the start.
public record DatabaseReady() {}
