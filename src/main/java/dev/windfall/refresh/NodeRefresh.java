package dev.windfall.refresh;

import dev.windfall.prizes.Snapshot;
import dev.windfall.prizes.Snapshots;
import dev.windfall.refresh.Refresh.Cause;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// A refresh as one of several nodes does it: looks what was asked of it, refreshes, and tells the others.
@Component
@ConditionalOnWebApplication
class NodeRefresh {

    private static final Logger log = LoggerFactory.getLogger(NodeRefresh.class);

    private final Refresher refresher;
    private final Snapshots snapshots;
    private final ThisNode self;
    private final Nodes nodes;
    private final RefreshRequestTable requests;
    private final TransactionTemplate transaction;
    private final AtomicBoolean outOfTouch = new AtomicBoolean();

    NodeRefresh(
            Refresher refresher,
            Snapshots snapshots,
            ThisNode self,
            Nodes nodes,
            RefreshRequestTable requests,
            PlatformTransactionManager transactions) {
        this.refresher = refresher;
        this.snapshots = snapshots;
        this.self = self;
        this.nodes = nodes;
        this.requests = requests;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// Refreshes, and answers what staff asked of all nodes before it began. Throws no exception: the prizes are shown
    /// even if nobody hears of it.
    void look(Cause cause) {
        Optional<List<Long>> asked = openRequests();
        boolean isAsked = asked.filter(open -> !open.isEmpty()).isPresent();
        Refresh refresh = refresher.refresh(isAsked ? Cause.REQUEST : cause);
        asked.ifPresent(open -> tellIfPossible(open, refresh));
    }

    /// Asks all nodes to refresh, and has done so on this one when it returns.
    ///
    /// @throws org.springframework.dao.DataAccessException or
    /// @throws org.springframework.transaction.TransactionException if the database is away
    void askAll(String by) {
        Long request = transaction.execute(status -> requests.add(by, self));
        Refresh refresh = refresher.refresh(Cause.REQUEST);
        tell(List.of(request), refresh);
    }

    /// Empty if they can't be known, which is the case in each outage.
    private Optional<List<Long>> openRequests() {
        try {
            return Optional.of(requests.open(self));
        } catch (RuntimeException e) {
            tellOnce(e);
            return Optional.empty();
        }
    }

    private void tellIfPossible(List<Long> asked, Refresh refresh) {
        try {
            tell(asked, refresh);
            outOfTouch.set(false);
        } catch (RuntimeException e) {
            tellOnce(e);
        }
    }

    private void tell(List<Long> asked, Refresh refresh) {
        Optional<Snapshot> shown = snapshots.find();
        asked.forEach(request -> requests.answer(request, self, refresh, shown.map(Snapshot::dataVersion)));
        nodes.report(shown);
    }

    private void tellOnce(RuntimeException failure) {
        if (!outOfTouch.getAndSet(true)) {
            log.warn("This node and the others don't hear of each other: {}", failure.getMessage());
        }
    }
}
