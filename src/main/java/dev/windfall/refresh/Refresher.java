package dev.windfall.refresh;

import dev.windfall.draw.LotteryCalendar;
import dev.windfall.draw.PeriodRepository;
import dev.windfall.draw.SubscriptionPeriod;
import dev.windfall.prizes.Snapshot;
import dev.windfall.prizes.Snapshots;
import dev.windfall.publishing.DrawPublished;
import dev.windfall.refresh.Refresh.Cause;
import dev.windfall.refresh.Refresh.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Renews this node's snapshot. The poll alone would do: whatever tells of a publication earlier only saves its wait,
/// and whatever fails is tried again by the next poll.
@Component
@ConditionalOnWebApplication
class Refresher {

    private static final Logger log = LoggerFactory.getLogger(Refresher.class);

    private final Snapshots snapshots;
    private final PeriodRepository periods;
    private final LotteryCalendar calendar;
    private final RefreshHistory history;
    private volatile @Nullable SubscriptionPeriod opened;

    Refresher(Snapshots snapshots, PeriodRepository periods, LotteryCalendar calendar, RefreshHistory history) {
        this.snapshots = snapshots;
        this.periods = periods;
        this.calendar = calendar;
        this.history = history;
    }

    void poll() {
        refresh(Cause.POLL);
    }

    @EventListener
    void on(DrawPublished publication) {
        refresh(Cause.PUBLICATION);
    }

    Refresh refresh(Cause cause) {
        Instant start = calendar.now();
        Outcome outcome = tryToRefresh();
        var refresh = new Refresh(start, cause, Duration.between(start, calendar.now()), outcome);
        history.add(refresh);
        return refresh;
    }

    private Outcome tryToRefresh() {
        Optional<Snapshot> before = snapshots.find();
        try {
            openCurrentPeriod();
            Snapshot after = snapshots.refresh();
            return before.map(Snapshot::periods).equals(Optional.of(after.periods()))
                    ? Outcome.UNCHANGED
                    : Outcome.RENEWED;
        } catch (RuntimeException e) {
            logFailure(before.isPresent(), e);
            return Outcome.FAILED;
        }
    }

    /// A month begins on the lottery's calendar, not by a publication.
    private void openCurrentPeriod() {
        SubscriptionPeriod current = calendar.currentPeriod();
        if (!current.equals(opened)) {
            periods.open(current, current);
            opened = current;
        }
    }

    /// Once when it begins to fail, not at every poll of an outage.
    private void logFailure(boolean hasSnapshot, RuntimeException failure) {
        if (history.lastFailed()) {
            log.debug("The snapshot still can't be renewed", failure);
        } else {
            log.warn(
                    "The snapshot can't be renewed; {}",
                    hasSnapshot ? "the one at hand stays" : "there is none to show yet",
                    failure);
        }
    }
}
