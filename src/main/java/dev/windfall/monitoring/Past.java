package dev.windfall.monitoring;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// What was counted lately, step by step. It takes a bounded room: as many steps as a span has, and in each of them
/// only the statements that were asked in it.
final class Past {

    private final Span span;
    private final Deque<Step> oldestFirst = new ArrayDeque<>();

    Past(Span span) {
        this.span = span;
    }

    /// @param covered since the last time
    synchronized void add(Instant at, Duration covered, Counts more, Pool pool) {
        Instant begin = span.stepOf(at);
        Step last = oldestFirst.peekLast();
        if (last != null && !last.begin().isBefore(begin)) {
            oldestFirst.removeLast();
            oldestFirst.addLast(last.plus(covered, more, pool));
        } else {
            oldestFirst.addLast(new Step(begin, covered, more, pool));
        }
        forgetBefore(begin);
    }

    private void forgetBefore(Instant newest) {
        Instant oldest = newest.minus(span.length()).plus(span.step());
        while (oldestFirst.element().begin().isBefore(oldest)) {
            oldestFirst.removeFirst();
        }
    }

    /// Oldest first; a step in which nobody looked at the meters is missing.
    synchronized List<Step> steps() {
        return List.copyOf(oldestFirst);
    }
}
