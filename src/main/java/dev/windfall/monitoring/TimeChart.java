package dev.windfall.monitoring;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// Lines over time, from the left to now. All have the same scale, which begins at nothing.
///
/// @param name of what is drawn, by which its texts are found
/// @param highest value of all lines, at the upper edge
record TimeChart(String name, double highest, List<Line> lines) {

    public static final int WIDTH = 600;
    public static final int HEIGHT = 120;

    TimeChart {
        lines = List.copyOf(lines);
    }

    /// @param name by which its text is found
    /// @param points as an SVG polyline has them, one string for each piece without a gap
    record Line(String name, List<String> points) {

        Line {
            points = List.copyOf(points);
        }
    }

    /// What is to be drawn.
    ///
    /// @param value empty where there is none
    record Series(String name, Function<Moment, Optional<Double>> value) {}

    static TimeChart of(String name, Span span, Instant end, List<Moment> moments, List<Series> series) {
        double highest = series.stream()
                .flatMap(line -> moments.stream().map(line.value()))
                .flatMap(Optional::stream)
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
        return new TimeChart(
                name,
                highest,
                series.stream()
                        .map(line -> new Line(line.name(), pieces(line, span, end, moments, highest)))
                        .toList());
    }

    /// A line ends where a step is missing or has no value.
    private static List<String> pieces(Series series, Span span, Instant end, List<Moment> moments, double highest) {
        List<String> pieces = new ArrayList<>();
        var piece = new StringBuilder();
        Instant expected = Instant.MIN;
        for (Moment moment : moments) {
            Optional<Double> value = series.value().apply(moment);
            if (value.isEmpty() || !moment.begin().equals(expected)) {
                addTo(pieces, piece);
            }
            value.ifPresent(it -> piece.append(point(moment.begin(), span, end, it, highest)));
            expected = moment.begin().plus(span.step());
        }
        addTo(pieces, piece);
        return pieces;
    }

    private static void addTo(List<String> pieces, StringBuilder piece) {
        if (!piece.isEmpty()) {
            pieces.add(piece.toString().strip());
            piece.setLength(0);
        }
    }

    /// Each step is drawn as wide as it is, so that a single one can be seen.
    private static String point(Instant begin, Span span, Instant end, double value, double highest) {
        double y = highest == 0 ? HEIGHT : HEIGHT - HEIGHT * value / highest;
        double left = x(begin, span, end);
        double right = Math.min(WIDTH, left + (double) WIDTH / Span.STEPS);
        return String.format(Locale.ROOT, "%.1f,%.1f %.1f,%.1f ", left, y, right, y);
    }

    private static double x(Instant at, Span span, Instant end) {
        double back =
                Duration.between(at, end).toMillis() / (double) span.length().toMillis();
        return Math.max(0, WIDTH * (1 - back));
    }

    public int width() {
        return WIDTH;
    }

    public int height() {
        return HEIGHT;
    }
}
