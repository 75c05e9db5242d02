package dev.windfall.monitoring;

import dev.windfall.monitoring.TimeChart.Series;
import dev.windfall.publishing.intake.RecordedImport;
import dev.windfall.refresh.ListedNode;
import dev.windfall.refresh.Refresh;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/// What staff see of a node at one moment.
///
/// @param at when it was put together
/// @param counts all that was counted within the span
/// @param pool as it is now
/// @param poolAtWorst within the span, as far as it was seen
/// @param moments of the span, oldest first
/// @param imports under way; empty if that can't be known
record Dashboard(
        Span span,
        Instant at,
        Counts counts,
        Pool pool,
        Pool poolAtWorst,
        List<Moment> moments,
        List<TimeChart> charts,
        List<CacheState> caches,
        List<ListedNode> nodes,
        List<Refresh> refreshes,
        Optional<List<RecordedImport>> imports) {

    private static final int TOP = 10;

    Dashboard {
        moments = List.copyOf(moments);
        charts = List.copyOf(charts);
        caches = List.copyOf(caches);
        nodes = List.copyOf(nodes);
        refreshes = List.copyOf(refreshes);
    }

    /// A statement with how it was used.
    ///
    /// @param route empty if those of all routes are taken together
    record Used(String statement, String route, Usage usage) {}

    static Dashboard of(
            Span span,
            Instant at,
            List<Step> steps,
            Pool pool,
            List<CacheState> caches,
            List<ListedNode> nodes,
            List<Refresh> refreshes,
            Optional<List<RecordedImport>> imports) {
        Counts counts = steps.stream().map(Step::counts).reduce(Counts.NONE, Counts::plus);
        List<Moment> moments = steps.stream().map(Moment::of).toList();
        return new Dashboard(
                span,
                at,
                counts,
                pool,
                steps.stream().map(Step::pool).reduce(pool, Pool::or),
                moments,
                charts(span, at, moments),
                caches,
                nodes,
                refreshes,
                imports);
    }

    private static List<TimeChart> charts(Span span, Instant at, List<Moment> moments) {
        return List.of(
                TimeChart.of(
                        "load",
                        span,
                        at,
                        moments,
                        List.of(
                                new Series("views", moment -> Optional.of((double) moment.viewsPerMinute())),
                                new Series(
                                        "statements", moment -> Optional.of((double) moment.statementsPerMinute())))),
                TimeChart.of(
                        "latency",
                        span,
                        at,
                        moments,
                        List.of(
                                new Series("p50", Moment::p50),
                                new Series("p95", Moment::p95),
                                new Series("p99", Moment::p99))),
                TimeChart.of(
                        "pool",
                        span,
                        at,
                        moments,
                        List.of(new Series("connections", moment -> Optional.of((double) moment.connections())))));
    }

    /// How many statements the obvious design would have asked for these views, one for each view of prizes, beyond
    /// those that were asked, whatever for. Less than nothing where few look: nodes ask a few all the time.
    public long saved() {
        return counts.views().ofPrizes() - counts.statements();
    }

    /// The node that tells all this.
    public String name() {
        return nodes.stream()
                .filter(ListedNode::self)
                .map(ListedNode::name)
                .findFirst()
                .orElse("");
    }

    public Optional<Double> latency(double share) {
        return counts.views().latencies().quantileMs(share);
    }

    public List<Used> topByCalls() {
        return top(Usage::calls);
    }

    public List<Used> topByTime() {
        return top(Usage::nanos);
    }

    public List<Used> slow() {
        return byRoute(Usage::slow);
    }

    public List<Used> repeated() {
        return byRoute(Usage::repeated);
    }

    private List<Used> top(ToLongFunction<Usage> measure) {
        Map<String, Usage> byStatement = new HashMap<>();
        counts.usage().forEach((asked, usage) -> byStatement.merge(asked.statement(), usage, Usage::plus));
        return sorted(
                byStatement.entrySet().stream()
                        .map(used -> new Used(used.getKey(), "", used.getValue()))
                        .toList(),
                measure);
    }

    private List<Used> byRoute(ToLongFunction<Usage> measure) {
        return sorted(
                counts.usage().entrySet().stream()
                        .map(used -> new Used(
                                used.getKey().statement(), used.getKey().route(), used.getValue()))
                        .toList(),
                measure);
    }

    private static List<Used> sorted(List<Used> all, ToLongFunction<Usage> measure) {
        ToLongFunction<Used> value = used -> measure.applyAsLong(used.usage());
        Predicate<Used> isThere = used -> value.applyAsLong(used) > 0;
        return all.stream()
                .filter(isThere)
                .sorted(Comparator.comparingLong(value)
                        .reversed()
                        .thenComparing(Used::statement)
                        .thenComparing(Used::route))
                .limit(TOP)
                .toList();
    }
}
