package dev.windfall.publishing.gate.figures;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the figures of a draw's tiers were in past draws.
final class UsualFigures {

    /// A year of a lottery that draws twice a week: amounts don't stay the same for ever.
    private static final int DRAWS = 100;

    private final Map<Figure, UsualRange> ranges = new LinkedHashMap<>();

    /// @param draw whose tiers are asked about
    /// @param past the latest first
    UsualFigures(DrawFigures draw, List<DrawFigures> past) {
        for (Figure figure : figures(draw)) {
            List<Double> sizes = past.stream()
                    .map(figure::in)
                    .flatMap(Optional::stream)
                    .limit(DRAWS)
                    .toList();
            UsualRange.of(sizes).ifPresent(range -> ranges.put(figure, range));
        }
    }

    /// The figures of a draw that are out of line. Those that have no history are not.
    List<Deviation> deviations(DrawFigures draw) {
        List<Deviation> deviations = new ArrayList<>();
        ranges.forEach((figure, range) -> figure.in(draw)
                .filter(size -> !range.admits(size, figure.margin()))
                .ifPresent(size -> deviations.add(new Deviation(figure, size, range))));
        return deviations;
    }

    private static List<Figure> figures(DrawFigures draw) {
        List<Figure> figures = new ArrayList<>();
        List<String> tiers = draw.tiers();
        for (int i = 0; i < tiers.size(); i++) {
            String tier = tiers.get(i);
            figures.add(new Figure.Amount(tier, draw.get(tier).amount().currency()));
            figures.add(new Figure.Count(tier));
            if (i + 1 < tiers.size()) {
                figures.add(new Figure.Ratio(tier, tiers.get(i + 1)));
            }
        }
        return figures;
    }
}
