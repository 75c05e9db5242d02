package dev.windfall.publishing.gate.figures;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;

/// From where to where a figure went in past draws, on its logarithmic scale.
///
/// @param draws how many draws it was seen in
record UsualRange(int draws, double low, double high) {

    /// Less than this is no experience.
    private static final int FEWEST = 5;

    /// With this many, what never changed is taken to be fixed.
    private static final int MANY = 20;

    /// 5 %: a fixed amount may not leave it, and shares that are rounded to cents stay within.
    private static final double NARROWEST = 0.02;

    /// A factor of 3: what a figure may do that is little known.
    private static final double NARROWEST_OF_FEW = 0.5;

    /// @param sizes of the figure in past draws
    static Optional<UsualRange> of(List<Double> sizes) {
        if (sizes.size() < FEWEST) {
            return Optional.empty();
        }
        var statistics = sizes.stream().mapToDouble(Double::doubleValue).summaryStatistics();
        return Optional.of(new UsualRange(sizes.size(), statistics.getMin(), statistics.getMax()));
    }

    /// Whether a size is in the range, or outside it by no more than is to be expected.
    ///
    /// @param margin a share of the range
    boolean admits(double size, double margin) {
        double tolerance = Math.max(draws < MANY ? NARROWEST_OF_FEW : NARROWEST, margin * (high - low));
        return excess(size) <= tolerance;
    }

    /// How far outside a size is; negative inside.
    double excess(double size) {
        return Math.max(low - size, size - high);
    }

    String text(DoubleFunction<String> unit) {
        String from = unit.apply(low);
        String to = unit.apply(high);
        return from.equals(to) ? from : from + " to " + to;
    }
}
