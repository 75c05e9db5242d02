package dev.windfall.bench.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Figures as they come in, round by round, each under the name of what was measured.
///
/// @param <F> the kinds of figures
public final class Measurements<F extends Enum<F>> {

    private final Map<String, Map<F, List<Double>>> bySubject = new LinkedHashMap<>();

    public void add(String subject, F figure, double value) {
        bySubject
                .computeIfAbsent(subject, _ -> new LinkedHashMap<>())
                .computeIfAbsent(figure, _ -> new ArrayList<>())
                .add(value);
    }

    /// In the order of their first measurement.
    public List<String> subjects() {
        return List.copyOf(bySubject.keySet());
    }

    public Samples of(String subject, F figure) {
        return new Samples(bySubject.getOrDefault(subject, Map.of()).getOrDefault(figure, List.of()));
    }
}
