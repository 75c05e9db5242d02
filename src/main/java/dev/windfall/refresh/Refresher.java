package dev.windfall.refresh;

import dev.windfall.draw.LotteryCalendar;
import dev.windfall.draw.PeriodRepository;
import dev.windfall.draw.SubscriptionPeriod;
import dev.windfall.prizes.Snapshot;
import dev.windfall.prizes.Snapshots;
import dev.windfall.publishing.ResultsChanged;
import dev.windfall.refresh.Refresh.Cause;
import dev.windfall.refresh.Refresh.Outcome;
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
    private volatile @Nullable SubscriptionPeriod opened;

    Refresher(
            Snapshots snapshots,
            PeriodRepository periods,
            LotteryCalendar calendar,
            RefreshHistory history,
            TroubleReporter troubles) {
        this.snapshots = snapshots;
        this.periods = periods;
        this.calendar = calendar;
        this.history = history;
        this.troubles = troubles;
    }

    @EventListener
    void on(ResultsChanged publication) {
        refresh(Cause.PUBLICATION);
    }

    /// Never throws: what goes wrong is the outcome.
    Refresh refresh(Cause cause) {
        Instant start = calendar.now();
        Refresh refresh;
        try {
            Outcome outcome = renew();
            troubles.tellThatItIsOver();
            refresh = new Refresh(start, cause, since(start), outcome, Optional.empty());
        } catch (RuntimeException | OutOfMemoryError e) {
            Trouble trouble = troubles.tell(e);
            refresh = new Refresh(start, cause, since(start), Outcome.FAILED, Optional.of(trouble));
        }
        history.add(refresh);
        return refresh;
    }

    private Outcome renew() {
        Optional<Snapshot> before = snapshots.find();
        openCurrentPeriod();
        Snapshot after = snapshots.refresh();
        return before.map(Snapshot::periods).equals(Optional.of(after.periods())) ? Outcome.UNCHANGED : Outcome.RENEWED;
    }

    private Duration since(Instant start) {
        return Duration.between(start, calendar.now());
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
