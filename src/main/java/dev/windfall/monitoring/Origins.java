package dev.windfall.monitoring;

/// Where the answers to views came from.
///
/// @param memory that asked the database nothing
/// @param database that asked it something
record Origins(long memory, long database) {

    static final Origins NONE = new Origins(0, 0);

    Origins plus(Origins other) {
        return new Origins(memory + other.memory, database + other.database);
    }

    Origins minus(Origins other) {
        return new Origins(memory - other.memory, database - other.database);
    }

    /// The share that asked the database nothing, as pages show it: 1 only if none did, or there were no views.
    public double shownFromMemory() {
        return Math.floor(fromMemory() * 1e4) / 1e4;
    }

    /// The share that asked the database nothing, from 0 to 1; 1 if there were no views.
    public double fromMemory() {
        long all = memory + database;
        return all == 0 ? 1 : (double) memory / all;
    }
}
