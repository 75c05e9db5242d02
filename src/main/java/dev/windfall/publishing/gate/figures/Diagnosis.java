package dev.windfall.publishing.gate.figures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds out which figures of a draw are out of line with past draws, and by which slips: one after the other the one
/// whose undoing brings most of them back into line.
public final class Diagnosis {

    private static final int MAX_SLIPS = 20;
    private static final int MAX_SUSPECTS = 30;
    private static final List<Integer> PLACES = List.of(2, 1, 3, -1, -2, -3);

    private final UsualFigures usual;
    private final List<Complaint> complaints = new ArrayList<>();
    private DrawFigures draw;
    private List<Deviation> deviations;

    private Diagnosis(DrawFigures draw, List<DrawFigures> past) {
        this.usual = new UsualFigures(draw, past);
        this.draw = draw;
        this.deviations = usual.deviations(draw);
    }

    /// @param past the figures of past draws, the latest first
    public static List<Complaint> of(DrawFigures draw, List<DrawFigures> past) {
        var diagnosis = new Diagnosis(draw, past);
        diagnosis.findSlips();
        diagnosis.complainOfTheRest();
        return List.copyOf(diagnosis.complaints);
    }

    private void findSlips() {
        Optional<Trial> best = bestTrial();
        for (int slips = 0; best.isPresent() && slips < MAX_SLIPS; slips++) {
            accept(best.get());
            best = bestTrial();
        }
    }

    /// What undoing a slip would make of the draw.
    private record Trial(Slip slip, DrawFigures undone, List<Deviation> left) {

        boolean clears(Deviation deviation) {
            return left.stream().map(Deviation::figure).noneMatch(deviation.figure()::equals);
        }
    }

    private Optional<Trial> bestTrial() {
        return slips().flatMap(slip ->
                        slip.undoneIn(draw).stream().map(undone -> new Trial(slip, undone, usual.deviations(undone))))
                .filter(trial -> trial.left().size() < deviations.size())
                .min(Comparator.comparingInt(trial -> trial.left().size()));
    }

    /// Of two that explain as much, the first is believed.
    private Stream<Slip> slips() {
        List<String> suspects = draw.tiers().stream()
                .filter(tier -> deviations.stream().anyMatch(deviation -> deviation.concerns(tier)))
                .limit(MAX_SUSPECTS)
                .toList();
        Stream<Slip> shifts = suspects.stream().flatMap(tier -> shifts(List.of(tier)));
        Stream<Slip> swaps = suspects.stream()
                .flatMap(tier ->
                        suspects.stream().skip(suspects.indexOf(tier) + 1L).map(other -> new Slip.Swap(tier, other)));
        Stream<Slip> shiftsOfAll = suspects.isEmpty() ? Stream.of() : shifts(draw.tiers());
        return Stream.of(shifts, swaps, shiftsOfAll).flatMap(all -> all);
    }

    private static Stream<Slip> shifts(List<String> tiers) {
        return PLACES.stream().map(places -> new Slip.Shift(tiers, places));
    }

    private void accept(Trial trial) {
        for (String tier : trial.slip().tiers()) {
            deviations.stream()
                    .filter(deviation -> deviation.concerns(tier) && trial.clears(deviation))
                    .max(Comparator.comparing(Deviation::isOfOneTier).thenComparingDouble(Deviation::excess))
                    .map(evidence -> evidence.sentence() + "; " + trial.slip().question(tier, trial.undone()))
                    .ifPresent(reason ->
                            complaints.add(new Complaint(tier, trial.slip().column(), reason)));
        }
        draw = trial.undone();
        deviations = trial.left();
    }

    /// What two tiers come to is not worth a complaint where one of them has got one.
    private void complainOfTheRest() {
        deviations.stream()
                .sorted(Comparator.comparing(Deviation::isOfOneTier).reversed())
                .filter(deviation -> deviation.isOfOneTier()
                        || complaints.stream().noneMatch(complaint -> deviation.concerns(complaint.tier())))
                .map(deviation -> new Complaint(
                        deviation.figure().tier(),
                        deviation.figure().column(),
                        deviation.sentence() + ": look whether it is right"))
                .forEach(complaints::add);
    }
}
