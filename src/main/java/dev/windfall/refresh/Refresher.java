package dev.windfall.refresh;

import static dev.windfall.measure.Measuring.carefully;

import dev.windfall.draw.LotteryCalendar;
import dev.windfall.draw.PeriodRepository;
import dev.windfall.draw.SubscriptionPeriod;
import dev.windfall.prizes.Snapshot;
import dev.windfall.prizes.Snapshots;
import dev.windfall.prizes.Snapshots.Renewal;
import dev.windfall.publishing.ResultsChanged;
import dev.windfall.refresh.Refresh.Cause;
import dev.windfall.refresh.Refresh.Loaded;
import dev.windfall.refresh.Refresh.Outcome;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Renews this node's snapshot. The poll alone would do: whatever tells of a publication earlier only saves its wait,
/// and whatever fails is tried again by the next poll.
@Component
@ConditionalOnWebApplication
class Refresher {

    private final Snapshots snapshots;
    private final PeriodRepository periods;
    private final LotteryCalendar calendar;
    private final RefreshHistory history;
    private final TroubleReporter troubles;
    private final MeterRegistry meters;
    private volatile @Nullable SubscriptionPeriod opened;

    Refresher(
            Snapshots snapshots,
            PeriodRepository periods,
            LotteryCalendar calendar,
            RefreshHistory history,
            TroubleReporter troubles,
            MeterRegistry meters) {
        this.snapshots = snapshots;
        this.periods = periods;
        this.calendar = calendar;
        this.history = history;
        this.troubles = troubles;
        this.meters = meters;
    }

    @EventListener
    void on(ResultsChanged publication) {
        refresh(Cause.PUBLICATION);
    }

    /// Never throws: what goes wrong is the outcome.
    Refresh refresh(Cause cause) {
        Instant start = calendar.now();
        long startNs = System.nanoTime();
        Refresh refresh;
        try {
            Renewal renewal = renew();
            troubles.tellThatItIsOver();
            refresh = new Refresh(start, cause, since(startNs), outcome(renewal), Loaded.by(renewal), Optional.empty());
        } catch (RuntimeException | OutOfMemoryError e) {
            Trouble trouble = troubles.tell(e);
            refresh = new Refresh(start, cause, since(startNs), Outcome.FAILED, Loaded.NOTHING, Optional.of(trouble));
        }
        note(refresh);
        return refresh;
    }

    private void note(Refresh refresh) {
        history.add(refresh);
        carefully(() -> measure(refresh));
    }

    private Renewal renew() {
        openCurrentPeriod();
        return snapshots.renew();
    }

    private static Outcome outcome(Renewal renewal) {
        return renewal.before()
                        .map(Snapshot::periods)
                        .equals(Optional.of(renewal.after().periods()))
                ? Outcome.UNCHANGED
                : Outcome.RENEWED;
    }

    private void measure(Refresh refresh) {
        Timer.builder("windfall.refreshes")
                .description("Attempts to renew the snapshot, by what they were done for and what came of them")
                .tag("cause", refresh.cause().name())
                .tag("outcome", refresh.outcome().name())
                .register(meters)
                .record(refresh.took());
    }

    private static Duration since(long startNs) {
        return Duration.ofNanos(System.nanoTime() - startNs);
    }

    /// A month begins on the lottery's calendar, not by a publication.
    private void openCurrentPeriod() {
        SubscriptionPeriod current = calendar.currentPeriod();
        if (!current.equals(opened)) {
            periods.open(current, current);
            opened = current;
        }
    }
}
