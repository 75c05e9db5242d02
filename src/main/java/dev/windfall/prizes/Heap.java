package dev.windfall.prizes;

/// The memory that snapshots are kept in.
interface Heap {

    /// What it can grow to.
    long maxBytes();

    /// What can be had at least: neither in use nor garbage that nobody has noticed yet. Below zero if even what is in
    /// use would not stay.
    long freeBytes();

    /// For whose sake garbage is noticed.
    enum Sake {
        /// Of what is published and to be shown.
        SNAPSHOT,
        /// Of who looks back at an earlier draw.
        EARLIER_DRAW
    }

    /// Has garbage noticed, at the cost of a pause for all. May decline if asked often for the same sake.
    void collect(Sake sake);
}
