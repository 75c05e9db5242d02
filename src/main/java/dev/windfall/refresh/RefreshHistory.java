package dev.windfall.refresh;

import dev.windfall.refresh.Refresh.Cause;
import dev.windfall.refresh.Refresh.Outcome;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.springframework.stereotype.Component;

/// The last refreshes of this node that somebody would want to know of: polls that found nothing new are not.
@Component
public class RefreshHistory {

    private static final int KEPT = 20;

    private final Deque<Refresh> newestFirst = new ArrayDeque<>();
    private boolean lastFailed;

    synchronized void add(Refresh refresh) {
        boolean failedBefore = lastFailed;
        lastFailed = refresh.outcome() == Outcome.FAILED;
        boolean nothingNew = refresh.outcome() == Outcome.UNCHANGED || (lastFailed && failedBefore);
        if (refresh.cause() == Cause.POLL && nothingNew) {
            return;
        }
        newestFirst.addFirst(refresh);
        if (newestFirst.size() > KEPT) {
            newestFirst.removeLast();
        }
    }

    /// Newest first, at most 20.
    public synchronized List<Refresh> last() {
        return List.copyOf(newestFirst);
    }

    synchronized boolean lastFailed() {
        return lastFailed;
    }
}
