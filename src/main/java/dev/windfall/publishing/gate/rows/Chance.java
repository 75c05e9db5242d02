package dev.windfall.publishing.gate.rows;

/// What chance can do.
final class Chance {

    /// One in a hundred thousand draws, as a natural logarithm: no lottery lives to see that.
    private static final double UNHEARD_OF = Math.log(100_000);

    private Chance() {}

    /// Whether most of so many trials were hits, though chance would as good as never hit so often. Chernoff's bound
    /// for sums of independent trials.
    ///
    /// @param probability of one hit; from 1 on, nothing is too much
    static boolean isOutdoneBy(long hits, long trials, double probability) {
        double share = (double) hits / trials;
        return trials > 0 && share > 0.5 && share > probability && trials * divergence(share, probability) > UNHEARD_OF;
    }

    /// Kullback and Leibler's, between two coins.
    private static double divergence(double share, double probability) {
        double hits = share * Math.log(share / probability);
        double misses = share == 1 ? 0 : (1 - share) * Math.log((1 - share) / (1 - probability));
        return hits + misses;
    }
}
