package dev.windfall.monitoring;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.distribution.CountAtBucket;
import io.micrometer.core.instrument.distribution.HistogramSnapshot;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/// Reads the node's meters, the same that operators scrape, so that the page for staff can't tell anything else.
@Component
@ConditionalOnWebApplication
class CountedSoFar {

    private final MeterRegistry meters;

    CountedSoFar(MeterRegistry meters) {
        this.meters = meters;
    }

    Counts read() {
        return new Counts(views(), failedElsewhere(), connectionTimeouts(), origins(), usage());
    }

    Pool readPool() {
        return new Pool(
                gauge("hikaricp.connections.active"),
                gauge("hikaricp.connections.pending"),
                gauge("hikaricp.connections.max"));
    }

    private ViewCounts views() {
        return meters.find("http.server.requests").timers().stream()
                .filter(CountedSoFar::isOfViews)
                .map(CountedSoFar::views)
                .reduce(ViewCounts.NONE, ViewCounts::plus);
    }

    /// But for those who had no room to watch the dashboard.
    private long failedElsewhere() {
        return meters.find("http.server.requests").timers().stream()
                .filter(timer -> !isOfViews(timer) && status(timer).is5xxServerError())
                .filter(timer -> !tag(timer, "uri").equals(DashboardController.UPDATES))
                .mapToLong(Timer::count)
                .sum();
    }

    private long connectionTimeouts() {
        Counter timeouts = meters.find("hikaricp.connections.timeout").counter();
        return timeouts == null ? 0 : (long) timeouts.count();
    }

    private static boolean isOfViews(Timer requests) {
        return Views.isView(tag(requests, "method"), tag(requests, "uri"));
    }

    private static ViewCounts views(Timer timer) {
        HttpStatus status = status(timer);
        if (status.is5xxServerError()) {
            return new ViewCounts(0, 0, timer.count(), Latencies.NONE);
        }
        if (!status.is2xxSuccessful() && status != HttpStatus.NOT_MODIFIED) {
            return ViewCounts.NONE;
        }
        Latencies latencies = latencies(timer.takeSnapshot());
        long ofPrizes = Views.isOfPrizes(tag(timer, "uri")) ? latencies.count() : 0;
        return new ViewCounts(latencies.count(), ofPrizes, 0, latencies);
    }

    /// A request that nobody answered, because who asked has gone, has no status of its own.
    private static HttpStatus status(Timer timer) {
        String status = tag(timer, "status");
        boolean isKnown = status.chars().allMatch(Character::isDigit) && !status.isEmpty();
        HttpStatus known = isKnown ? HttpStatus.resolve(Integer.parseInt(status)) : null;
        return known == null ? HttpStatus.BAD_REQUEST : known;
    }

    private static Latencies latencies(HistogramSnapshot snapshot) {
        NavigableMap<Long, Long> within = new TreeMap<>();
        for (CountAtBucket bucket : snapshot.histogramCounts()) {
            within.put((long) bucket.bucket(TimeUnit.NANOSECONDS), (long) bucket.count());
        }
        return new Latencies(snapshot.count(), within);
    }

    private Origins origins() {
        return meters.find("windfall.request.statements").summaries().stream()
                .filter(requests -> Views.isPage(tag(requests, "route")))
                .map(CountedSoFar::origins)
                .reduce(Origins.NONE, Origins::plus);
    }

    private static Origins origins(DistributionSummary requests) {
        return switch (tag(requests, "answered_from")) {
            case "memory" -> new Origins(requests.count(), 0);
            case "database" -> new Origins(0, requests.count());
            default -> Origins.NONE;
        };
    }

    private Map<Asked, Usage> usage() {
        Map<Asked, Usage> usage = new HashMap<>();
        for (Timer timer : meters.find("windfall.statements").timers()) {
            add(usage, timer, new Usage(timer.count(), (long) timer.totalTime(TimeUnit.NANOSECONDS), 0, 0, 0));
        }
        for (Counter rows : meters.find("windfall.statements.rows").counters()) {
            add(usage, rows, new Usage(0, 0, (long) rows.count(), 0, 0));
        }
        for (Counter slow : meters.find("windfall.statements.slow").counters()) {
            add(usage, slow, new Usage(0, 0, 0, (long) slow.count(), 0));
        }
        for (Counter repeated : meters.find("windfall.statements.repeated").counters()) {
            add(usage, repeated, new Usage(0, 0, 0, 0, (long) repeated.count()));
        }
        return usage;
    }

    private static void add(Map<Asked, Usage> usage, Meter meter, Usage more) {
        usage.merge(new Asked(tag(meter, "statement"), tag(meter, "route")), more, Usage::plus);
    }

    private int gauge(String name) {
        Gauge gauge = meters.find(name).gauge();
        return gauge == null ? 0 : (int) gauge.value();
    }

    private static String tag(Meter meter, String name) {
        return Objects.requireNonNullElse(meter.getId().getTag(name), "");
    }
}
