package dev.windfall.monitoring;

/// Views of subscribers' pages, and what programs ask in their place.
///
/// @param answered well
/// @param ofPrizes those of them for which the obvious design would ask its one large query
/// @param failed with an error of ours
/// @param latencies of those that were answered well
record ViewCounts(long answered, long ofPrizes, long failed, Latencies latencies) {

    static final ViewCounts NONE = new ViewCounts(0, 0, 0, Latencies.NONE);

    ViewCounts plus(ViewCounts other) {
        return new ViewCounts(
                answered + other.answered,
                ofPrizes + other.ofPrizes,
                failed + other.failed,
                latencies.plus(other.latencies));
    }

    ViewCounts minus(ViewCounts other) {
        return new ViewCounts(
                answered - other.answered,
                ofPrizes - other.ofPrizes,
                failed - other.failed,
                latencies.minus(other.latencies));
    }
}
