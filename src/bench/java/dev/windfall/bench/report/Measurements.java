package dev.windfall.bench.report;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Figures as they come in, round by round, each under the name of what was measured.
///
/// @param <F> the kinds of figures
@SuppressWarnings("serial") // the maps and lists within are
public final class Measurements<F extends Enum<F>> implements Serializable {

    private static final long serialVersionUID = 1;

    private final Map<String, Map<F, List<Double>>> bySubject = new LinkedHashMap<>();

    public void add(String subject, F figure, double value) {
        bySubject
                .computeIfAbsent(subject, _ -> new LinkedHashMap<>())
                .computeIfAbsent(figure, _ -> new ArrayList<>())
                .add(value);
    }

    /// Those of other subjects.
    public void addAll(Measurements<F> others) {
        bySubject.putAll(others.bySubject);
    }

    /// In the order of their first measurement.
    public List<String> subjects() {
        return List.copyOf(bySubject.keySet());
    }

    /// @throws IllegalArgumentException if it was not measured
    public Samples of(String subject, F figure) {
        return find(subject, figure)
                .orElseThrow(
                        () -> new IllegalArgumentException("%s of %s was not measured".formatted(figure, subject)));
    }

    public Optional<Samples> find(String subject, F figure) {
        return Optional.ofNullable(bySubject.get(subject))
                .flatMap(figures -> Optional.ofNullable(figures.get(figure)))
                .map(Samples::new);
    }
}
