package dev.windfall.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// Bars beside one another, with a line from the smallest to the largest value: a picture in SVG that is legible on
/// light and dark pages.
public final class BarChart {

    private static final int WIDTH = 760;
    private static final int CHARACTER_WIDTH = 7;
    private static final int FIGURES = 130;
    private static final int ROW = 30;
    private static final int HEAD = 44;

    private final String title;
    private final String format;
    private final Map<String, Samples> bars = new LinkedHashMap<>();

    /// @param format of a figure, with its unit, as [String#format] has it
    public BarChart(String title, String format) {
        this.title = title;
        this.format = format;
    }

    public BarChart bar(String label, Samples samples) {
        bars.put(label, samples);
        return this;
    }

    public void write(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, svg());
    }

    private String svg() {
        double highest = bars.values().stream().mapToDouble(Samples::max).max().orElse(1);
        var rows = new StringBuilder();
        int top = HEAD;
        for (var bar : bars.entrySet()) {
            rows.append(row(bar.getKey(), bar.getValue(), top, (WIDTH - labels() - FIGURES) / highest));
            top += ROW;
        }
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" role="img" aria-label="%s" font-family="system-ui, sans-serif" font-size="13">
                  <rect width="100%%" height="100%%" fill="#fff"/>
                  <text x="12" y="26" font-size="15" font-weight="600" fill="#1b2430">%s</text>
                %s</svg>
                """.formatted(WIDTH, top + 10, escaped(title), escaped(title), rows);
    }

    private String row(String label, Samples samples, int top, double scale) {
        int left = labels();
        double width = Math.max(1, samples.median() * scale);
        double low = samples.min() * scale;
        double high = samples.max() * scale;
        int middle = top + 11;
        String fill = label.startsWith("Windfall") ? "#0f766e" : "#94a3b8";
        return String.format(
                Locale.ROOT,
                """
                  <text x="%d" y="%d" text-anchor="end" fill="#1b2430">%s</text>
                  <rect x="%d" y="%d" width="%.1f" height="20" rx="2" fill="%s"/>
                  <path d="M%.1f %d H%.1f" stroke="#1b2430" stroke-width="1.5"/>
                  <text x="%.1f" y="%d" fill="#1b2430">%s</text>
                """,
                left - 10,
                top + 15,
                escaped(label),
                left,
                top + 1,
                width,
                fill,
                left + low,
                middle,
                left + high,
                left + Math.max(width, high) + 8,
                top + 15,
                escaped(String.format(Locale.ROOT, format, samples.median())));
    }

    /// As wide as the longest of them.
    private int labels() {
        return 20
                + CHARACTER_WIDTH
                        * bars.keySet().stream().mapToInt(String::length).max().orElse(0);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
