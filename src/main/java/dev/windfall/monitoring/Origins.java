package dev.windfall.monitoring;

import java.util.Optional;

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

    /// The share that asked the database nothing, from 0 to 1, as pages show it: 1 only if none did. Empty if nobody
    /// looked.
    public Optional<Double> shownFromMemory() {
        long all = memory + database;
        return all == 0 ? Optional.empty() : Optional.of(Math.floor(1e4 * memory / all) / 1e4);
    }
}
