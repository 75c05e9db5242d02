package dev.windfall;

import dev.windfall.account.Node;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a node tells at `/actuator/prometheus`, at one moment.
public final class Scrape {

    private static final Pattern SAMPLE = Pattern.compile("(\\w+)(?:\\{(.*)})? (\\S+)");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"([^\"]*)\"");

    private final List<Sample> samples;

    private Scrape(String text) {
        samples = text.lines()
                .filter(line -> !line.startsWith("#"))
                .map(SAMPLE::matcher)
                .filter(sample -> sample.matches())
                .map(sample ->
                        new Sample(sample.group(1), labels(sample.group(2)), Double.parseDouble(sample.group(3))))
                .toList();
    }

    /// One line.
    public record Sample(String name, Map<String, String> labels, double value) {}

    public static Scrape of(Node node) {
        return new Scrape(text(node));
    }

    /// As it is told.
    public static String text(Node node) {
        return node.visitor().get("/actuator/prometheus").body();
    }

    /// By how much the samples of a name have grown since then, by the value of a label; those alone that have.
    public Map<String, Double> difference(Scrape then, String name, String label) {
        Map<String, Double> differences = new TreeMap<>();
        for (String value : values(name, label)) {
            double more = sum(name, Map.of(label, value)) - then.sum(name, Map.of(label, value));
            if (more != 0) {
                differences.put(value, more);
            }
        }
        return differences;
    }

    /// The names of all samples.
    public Set<String> names() {
        return samples.stream().map(Sample::name).collect(Collectors.toSet());
    }

    private static Map<String, String> labels(String text) {
        return text == null
                ? Map.of()
                : LABEL.matcher(text).results().collect(Collectors.toMap(label -> label.group(1), Scrape::value));
    }

    private static String value(MatchResult label) {
        return label.group(2);
    }

    /// The sum of all samples of this name with these labels, whatever others they have.
    public double sum(String name, Map<String, String> labels) {
        return samples(name)
                .filter(sample -> sample.labels().entrySet().containsAll(labels.entrySet()))
                .mapToDouble(Sample::value)
                .sum();
    }

    /// The values of a label, over all samples of this name.
    public List<String> values(String name, String label) {
        return samples(name)
                .map(sample -> sample.labels().getOrDefault(label, ""))
                .distinct()
                .sorted()
                .toList();
    }

    /// The labels that any sample of this name has.
    public Set<String> labelsOf(String name) {
        return samples(name)
                .flatMap(sample -> sample.labels().keySet().stream())
                .collect(Collectors.toSet());
    }

    /// Whether any sample of this name has a label whose value matches.
    public boolean has(String name, String label, String pattern) {
        return values(name, label).stream().anyMatch(value -> value.matches(pattern));
    }

    private Stream<Sample> samples(String name) {
        Predicate<Sample> named = sample -> sample.name().equals(name);
        return samples.stream().filter(named);
    }
}
