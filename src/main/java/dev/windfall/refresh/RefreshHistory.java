package dev.windfall.refresh;

import dev.windfall.refresh.Refresh.Outcome;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The last refreshes of this node that somebody would want to know of: looks that found nothing new are not.
@Component
public class RefreshHistory {

    private static final int KEPT = 20;

    private final Deque<Refresh> newestFirst = new ArrayDeque<>();
    private @Nullable Refresh latest;

    synchronized void add(Refresh refresh) {
        boolean tellsNothingNew = !wasAskedFor(refresh) && (isUnchanged(refresh) || isStillFailing(refresh));
        latest = refresh;
        if (tellsNothingNew) {
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

    /// The last attempt, whatever came of it; empty before the first.
    public synchronized Optional<Refresh> latest() {
        return Optional.ofNullable(latest);
    }

    private static boolean wasAskedFor(Refresh refresh) {
        return switch (refresh.cause()) {
            case POLL, HINT -> false;
            case PUBLICATION, REQUEST -> true;
        };
    }

    private static boolean isUnchanged(Refresh refresh) {
        return refresh.outcome() == Outcome.UNCHANGED;
    }

    private boolean isStillFailing(Refresh refresh) {
        return latest != null
                && refresh.trouble().isPresent()
                && refresh.trouble().map(Trouble::kind).equals(latest.trouble().map(Trouble::kind));
    }
}
