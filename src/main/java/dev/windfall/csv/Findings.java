package dev.windfall.csv;

import java.util.ArrayList;
import java.util.List;

/// What was found, bounded: the first hundred, and how many more there are.
public record Findings(List<Finding> first, long more) {

    public static final Findings NONE = new Findings(List.of(), 0);

    public Findings {
        first = List.copyOf(first);
    }

    public boolean isEmpty() {
        return first.isEmpty();
    }

    /// Takes any number of findings and keeps the first hundred.
    public static final class Collector {

        private static final int MAX_KEPT = 100;

        private final List<Finding> first = new ArrayList<>();
        private long more;

        public void add(Finding finding) {
            if (first.size() < MAX_KEPT) {
                first.add(finding);
            } else {
                more++;
            }
        }

        /// Counts findings that nobody keeps.
        public void addUnnamed(long count) {
            more += count;
        }

        public boolean isEmpty() {
            return first.isEmpty();
        }

        public Findings findings() {
            return new Findings(first, more);
        }
    }
}
