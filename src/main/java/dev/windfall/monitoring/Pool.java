package dev.windfall.monitoring;

/// The connections to the database.
///
/// @param active how many are in use
/// @param waiting how many threads wait for one
/// @param size how many there may be
record Pool(int active, int waiting, int size) {

    /// The worse of the two.
    Pool or(Pool other) {
        return new Pool(Math.max(active, other.active), Math.max(waiting, other.waiting), Math.max(size, other.size));
    }
}
