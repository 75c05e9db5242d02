package dev.windfall.refresh;

import static java.util.Comparator.comparing;

import dev.windfall.draw.LotteryCalendar;
import dev.windfall.prizes.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/// The nodes that share the database. This one tells the others what it shows with each look at the database, and keeps
/// in mind what they told, so that whoever wants to know of them asks the database nothing.
@Component
public class Nodes {

    private static final Logger log = LoggerFactory.getLogger(Nodes.class);

    private final ThisNode self;
    private final NodeTable table;
    private final RefreshRequestTable requests;
    private final RefreshHistory history;
    private final LotteryCalendar calendar;
    private final Duration overdueAfter;
    private final AtomicBoolean hasReported = new AtomicBoolean();
    private volatile NodesPicture picture = NodesPicture.NONE;

    Nodes(
            ThisNode self,
            NodeTable table,
            RefreshRequestTable requests,
            RefreshHistory history,
            LotteryCalendar calendar,
            RefreshSettings settings) {
        this.self = self;
        this.table = table;
        this.requests = requests;
        this.history = history;
        this.calendar = calendar;
        this.overdueAfter = settings.overdueAfter();
    }

    /// All nodes, by name: this one as it is, the others as they were when this node last read what they told.
    ///
    /// @param shown what this node shows
    public List<ListedNode> all(Optional<Snapshot> shown) {
        NodesPicture known = picture;
        Duration elapsed = known.ageAt(calendar.now());
        Stream<ListedNode> others = known.nodes().stream()
                .filter(node -> !node.id().equals(self.id()))
                .map(node -> node.after(elapsed));
        return Stream.concat(Stream.of(own(shown, known.newestVersion())), others)
                .sorted(comparing(ListedNode::name))
                .toList();
    }

    /// How long nothing could be read of the other nodes; empty while it can, and before it could for the first time.
    public Optional<Duration> outOfTouch() {
        NodesPicture known = picture;
        Duration age = known.ageAt(calendar.now());
        return known.nodes().isEmpty() || age.compareTo(overdueAfter) < 0 ? Optional.empty() : Optional.of(age);
    }

    /// The last time that staff asked all nodes to refresh; empty if they never did.
    public Optional<RefreshRequest> latestRequest() {
        NodesPicture known = picture;
        Duration elapsed = known.ageAt(calendar.now());
        return known.request().map(request -> request.after(elapsed));
    }

    /// Tells the others what this node shows and how its last refresh ended, and reads what they told.
    void report(Optional<Snapshot> shown) {
        if (!hasReported.get()) {
            table.forgetNamesakes(self);
        }
        table.report(self, own(shown, 0), overdueAfter);
        hasReported.set(true);
        table.forgetLost();
        picture = new NodesPicture(calendar.now(), table.newestVersion(), table.list(), requests.latest());
    }

    /// This node ends, and nobody need wait for it. If it can't say so now, its row is forgotten in time.
    void leave() {
        boolean inTouch =
                history.latest().filter(last -> last.trouble().isEmpty()).isPresent();
        try {
            if (hasReported.get() && inTouch) {
                table.remove(self);
            }
        } catch (DataAccessException e) {
            log.debug("The others will see that this node has left", e);
        }
    }

    private ListedNode own(Optional<Snapshot> shown, long newestVersion) {
        Instant now = calendar.now();
        Optional<Refresh> last = history.latest();
        return new ListedNode(
                self.id(),
                self.name(),
                true,
                shown.map(Snapshot::dataVersion),
                Math.max(0, newestVersion - shown.map(Snapshot::dataVersion).orElse(0L)),
                shown.map(snapshot -> Duration.between(snapshot.asOf(), now)),
                Duration.ZERO,
                false,
                last.map(Refresh::outcome),
                last.flatMap(Refresh::trouble).map(Trouble::sentence));
    }
}
