package dev.windfall.admin;

import dev.windfall.draw.LotteryCalendar;
import dev.windfall.prizes.Snapshot;
import dev.windfall.prizes.Snapshots;
import dev.windfall.refresh.ListedNode;
import dev.windfall.refresh.Nodes;
import dev.windfall.refresh.RefreshHistory;
import dev.windfall.refresh.RefreshRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Needs no snapshot and no database: staff look here when there is none.
@Controller
class AdminController {

    /// How soon the page looks again, as htmx reads it.
    private static final String CLOSELY = "every 1s";

    private static final String NOW_AND_THEN = "every 2s";

    private final Snapshots snapshots;
    private final Nodes nodes;
    private final RefreshHistory refreshes;
    private final LotteryCalendar calendar;

    AdminController(Snapshots snapshots, Nodes nodes, RefreshHistory refreshes, LotteryCalendar calendar) {
        this.snapshots = snapshots;
        this.nodes = nodes;
        this.refreshes = refreshes;
        this.calendar = calendar;
    }

    @GetMapping("/admin")
    String show(Model model) {
        Optional<Snapshot> snapshot = snapshots.find();
        describeNodes(snapshot, model);
        snapshot.ifPresent(shown -> describe(shown, model));
        return "admin/admin";
    }

    /// The part of the page that renews itself, or has the whole page loaded anew.
    ///
    /// @param shown the data version of the page that it is part of
    @GetMapping("/admin/nodes")
    String showNodes(@RequestParam(defaultValue = "0") long shown, Model model, HttpServletResponse response) {
        Optional<Snapshot> snapshot = snapshots.find();
        describeNodes(snapshot, model);
        if (version(snapshot) != shown) {
            // the rest of the page shows an older state
            response.setHeader("HX-Refresh", "true");
        }
        return "admin/nodes :: nodes";
    }

    private void describeNodes(Optional<Snapshot> snapshot, Model model) {
        List<ListedNode> all = nodes.all(snapshot);
        List<ListedNode> laggards = all.stream().filter(ListedNode::lagging).toList();
        Optional<RefreshRequest> request = nodes.latestRequest();
        boolean waiting = request.filter(RefreshRequest::open).isPresent();
        model.addAttribute("version", version(snapshot));
        model.addAttribute("nodes", all);
        model.addAttribute("laggards", laggards);
        nodes.outOfTouch().ifPresent(since -> model.addAttribute("outOfTouch", since));
        request.ifPresent(latest -> model.addAttribute("request", latest));
        model.addAttribute("pace", waiting || !laggards.isEmpty() ? CLOSELY : NOW_AND_THEN);
        model.addAttribute("refreshes", refreshes.last());
        model.addAttribute("zone", calendar.zone());
    }

    private static void describe(Snapshot snapshot, Model model) {
        model.addAttribute("snapshot", snapshot);
        snapshot.completeThrough().ifPresent(draw -> model.addAttribute("completeThrough", draw));
    }

    private static long version(Optional<Snapshot> snapshot) {
        return snapshot.map(Snapshot::dataVersion).orElse(0L);
    }
}
