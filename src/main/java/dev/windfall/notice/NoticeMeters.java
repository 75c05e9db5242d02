package dev.windfall.notice;

import static dev.windfall.measure.Measuring.carefully;

import dev.windfall.notice.Outbox.Backlog;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Counts what is told. Labels are kinds of notices, and what became of them.
@Component
@WhereMailIsSent
class NoticeMeters {

    private final MeterRegistry meters;
    private volatile boolean serverAway;
    private volatile Backlog backlog = new Backlog(0, 0);

    NoticeMeters(ObjectProvider<MeterRegistry> meters) {
        this.meters = meters.getIfAvailable(CompositeMeterRegistry::new);
        Gauge.builder("windfall.notices.waiting", () -> backlog.count())
                .description("Notices of all nodes that are still to be mailed, as of half a minute ago")
                .register(this.meters);
        Gauge.builder("windfall.notices.waiting.age", () -> backlog.oldestSeconds())
                .description("How long the oldest of them has waited")
                .baseUnit("seconds")
                .register(this.meters);
        Gauge.builder("windfall.notices.server.away", () -> serverAway ? 1 : 0)
                .description("1 if the mail server took nothing from this node the last time")
                .register(this.meters);
    }

    void serverAway(boolean away) {
        serverAway = away;
    }

    void ended(String kind, String outcome) {
        carefully(() -> Counter.builder("windfall.notices.mailed")
                .description("Notices that this node has mailed, or tried to, by what became of them")
                .tags("kind", kind, "outcome", outcome)
                .register(meters)
                .increment());
    }

    void waiting(Backlog now) {
        backlog = now;
    }
}
