package dev.windfall.monitoring;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/// Reads what the node's caches tell of themselves.
@Component
@ConditionalOnWebApplication
class Caches {

    private final MeterRegistry meters;

    Caches(MeterRegistry meters) {
        this.meters = meters;
    }

    /// By name.
    List<CacheState> all() {
        return meters.find("cache.size").gauges().stream()
                .map(size -> Objects.requireNonNullElse(size.getId().getTag("cache"), ""))
                .distinct()
                .sorted()
                .map(this::state)
                .toList();
    }

    private CacheState state(String name) {
        FunctionTimer loads =
                meters.find("windfall.cache.loads").tag("cache", name).functionTimer();
        return new CacheState(
                name,
                gets(name, "hit"),
                gets(name, "miss"),
                loads == null ? 0 : (long) loads.count(),
                loads == null ? Duration.ZERO : Duration.ofNanos((long) loads.totalTime(TimeUnit.NANOSECONDS)),
                gauge("cache.size", name),
                gauge("windfall.cache.bytes", name));
    }

    private long gets(String name, String result) {
        FunctionCounter gets =
                meters.find("cache.gets").tags("cache", name, "result", result).functionCounter();
        return gets == null ? 0 : (long) gets.count();
    }

    private long gauge(String meter, String name) {
        Gauge gauge = meters.find(meter).tag("cache", name).gauge();
        return gauge == null ? 0 : (long) gauge.value();
    }
}
