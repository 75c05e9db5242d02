package dev.windfall.admin;

import dev.windfall.draw.LotteryCalendar;
import dev.windfall.prizes.Snapshot;
import dev.windfall.prizes.Snapshots;
import dev.windfall.refresh.RefreshHistory;
import java.time.Duration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class AdminController {

    private final Snapshots snapshots;
    private final RefreshHistory refreshes;
    private final LotteryCalendar calendar;

    AdminController(Snapshots snapshots, RefreshHistory refreshes, LotteryCalendar calendar) {
        this.snapshots = snapshots;
        this.refreshes = refreshes;
        this.calendar = calendar;
    }

    /// Needs no snapshot and no database: staff look here when there is none.
    @GetMapping("/admin")
    String show(Model model) {
        model.addAttribute("refreshes", refreshes.last());
        model.addAttribute("zone", calendar.zone());
        snapshots.find().ifPresent(snapshot -> describe(snapshot, model));
        return "admin/admin";
    }

    private void describe(Snapshot snapshot, Model model) {
        model.addAttribute("snapshot", snapshot);
        model.addAttribute("age", Duration.between(snapshot.asOf(), calendar.now()));
        snapshot.completeThrough().ifPresent(draw -> model.addAttribute("completeThrough", draw));
    }
}
