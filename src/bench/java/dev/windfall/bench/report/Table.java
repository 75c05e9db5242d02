package dev.windfall.bench.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// A table in Markdown.
public final class Table {

    private final List<String> head;
    private final List<List<String>> rows = new ArrayList<>();

    public Table(String... head) {
        this.head = List.of(head);
    }

    public Table row(String... cells) {
        if (cells.length != head.size()) {
            throw new IllegalArgumentException("%d cells for %d columns".formatted(cells.length, head.size()));
        }
        rows.add(List.of(cells));
        return this;
    }

    public Table row(String first, List<String> others) {
        List<String> cells = new ArrayList<>(List.of(first));
        cells.addAll(others);
        return row(cells.toArray(String[]::new));
    }

    @Override
    public String toString() {
        List<String> lines = new ArrayList<>();
        lines.add(line(head));
        lines.add(line(Collections.nCopies(head.size(), "---")));
        rows.forEach(row -> lines.add(line(row)));
        return String.join("\n", lines) + "\n";
    }

    private static String line(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |";
    }
}
