package dev.windfall.publishing.gate.figures;

/// A figure of a draw that is out of line with past draws.
record Deviation(Figure figure, double size, UsualRange usual) {

    boolean concerns(String tier) {
        return figure.tier().equals(tier)
                || (figure instanceof Figure.Ratio ratio && ratio.next().equals(tier));
    }

    boolean isOfOneTier() {
        return !(figure instanceof Figure.Ratio);
    }

    double excess() {
        return usual.excess(size);
    }

    String sentence() {
        return figure.sentence(size, usual);
    }
}
