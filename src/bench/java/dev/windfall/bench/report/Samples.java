package dev.windfall.bench.report;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/// One figure, measured several times.
///
/// @param values in the order of their rounds
@SuppressWarnings("serial") // the list is
public record Samples(List<Double> values) implements Serializable {

    public Samples {
        values = List.copyOf(values);
        if (values.isEmpty()) {
            throw new IllegalArgumentException("a figure was measured at least once");
        }
    }

    public static Samples of(double... values) {
        return new Samples(Arrays.stream(values).boxed().toList());
    }

    public double min() {
        return sorted()[0];
    }

    public double max() {
        return sorted()[values.size() - 1];
    }

    public double sum() {
        return values.stream().mapToDouble(Double::doubleValue).sum();
    }

    public double median() {
        double[] sorted = sorted();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /// These against others of the same rounds, round by round.
    public Samples over(Samples others) {
        return with(others, (one, other) -> one / other);
    }

    /// These and others of the same rounds, round by round.
    public Samples plus(Samples others) {
        return with(others, Double::sum);
    }

    public Samples map(DoubleUnaryOperator operator) {
        return new Samples(values.stream().map(operator::applyAsDouble).toList());
    }

    private Samples with(Samples others, DoubleBinaryOperator operator) {
        return new Samples(IntStream.range(0, values.size())
                .mapToObj(i -> operator.applyAsDouble(values.get(i), others.values.get(i)))
                .toList());
    }

    /// The median alone.
    public String middle(String format) {
        return format(format, median());
    }

    /// The median, and in brackets the range.
    ///
    /// @param format of one value, as [String#format] has it
    public String format(String format) {
        String median = format(format, median());
        return values.size() == 1
                ? median
                : "%s (%s–%s)".formatted(median, format(format, min()), format(format, max()));
    }

    private static String format(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }

    private double[] sorted() {
        return values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }
}
