package dev.windfall.prizes.results;

import dev.windfall.draw.DrawSchedule;
import dev.windfall.draw.LotteryCalendar;
import dev.windfall.draw.PendingDraw;
import dev.windfall.draw.PeriodResults;
import dev.windfall.draw.PublishedDraw;
import dev.windfall.draw.SubscriptionPeriod;
import dev.windfall.prizes.Freshness;
import dev.windfall.prizes.PeriodArchive;
import dev.windfall.prizes.Snapshot;
import dev.windfall.prizes.Snapshots;
import dev.windfall.prizes.shared.Months;
import dev.windfall.prizes.shared.PageTag;
import dev.windfall.prizes.shared.SharedRows;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.server.ResponseStatusException;

/// The pages of the public results. A draw's page stays where it is for good.
@Controller
@RequestMapping("/draws")
class DrawsController {

    private final Snapshots snapshots;
    private final PeriodArchive archive;
    private final LotteryCalendar calendar;
    private final DrawSchedule schedule;
    private final Freshness freshness;
    private final PageTag tag;
    private final SharedRows rows;

    DrawsController(
            Snapshots snapshots,
            PeriodArchive archive,
            LotteryCalendar calendar,
            DrawSchedule schedule,
            Freshness freshness,
            PageTag tag,
            SharedRows rows) {
        this.snapshots = snapshots;
        this.archive = archive;
        this.calendar = calendar;
        this.schedule = schedule;
        this.freshness = freshness;
        this.tag = tag;
        this.rows = rows;
    }

    @GetMapping
    @Nullable
    String list(WebRequest request, Model model) {
        Snapshot snapshot = snapshots.current();
        Optional<LocalDate> next = schedule.next(calendar.today(), snapshot.lastDrawDate());
        return unlessHeld(request, snapshot, next, model, () -> {
            next.ifPresent(date -> model.addAttribute("nextDraw", date));
            model.addAttribute("periods", snapshot.results());
            return "prizes/draws";
        });
    }

    @GetMapping("/months")
    @Nullable
    String listMonths(WebRequest request, Model model) {
        List<SubscriptionPeriod> periods = archive.periods(snapshots.current());
        if (tag.isHeldBy(request, periods)) {
            return null;
        }
        model.addAttribute("years", Months.byYear(periods));
        return "prizes/draw-months";
    }

    @GetMapping("/months/{period:[0-9]{6}}")
    @Nullable
    String showMonth(@PathVariable int period, WebRequest request, Model model) {
        Snapshot snapshot = snapshots.current();
        PeriodResults results = SubscriptionPeriod.ofId(period)
                .flatMap(wanted -> archive.results(snapshot, wanted))
                .orElseThrow(DrawsController::notFound);
        return unlessHeld(request, snapshot, results.period(), model, () -> {
            model.addAttribute("period", results);
            return "prizes/draw-month";
        });
    }

    @GetMapping("/{id:[0-9]{1,9}}")
    @Nullable
    String show(@PathVariable int id, WebRequest request, Model model) {
        Snapshot snapshot = snapshots.current();
        PeriodResults period = archive.resultsAround(snapshot, id).orElseThrow(DrawsController::notFound);
        Supplier<String> page = period.published(id)
                .<Supplier<String>>map(published -> () -> describe(published, model))
                .or(() -> period.pending(id).map(pending -> () -> describe(pending, model)))
                .orElseThrow(DrawsController::notFound);
        return unlessHeld(request, snapshot, id, model, page);
    }

    private static String describe(PublishedDraw published, Model model) {
        model.addAttribute("draw", published.draw());
        model.addAttribute("published", published);
        model.addAttribute("tiers", TierChart.of(published));
        return "prizes/draw";
    }

    private static String describe(PendingDraw pending, Model model) {
        model.addAttribute("draw", pending.draw());
        model.addAttribute("pending", pending);
        return "prizes/pending-draw";
    }

    /// Describes a page only to who doesn't hold it.
    ///
    /// @param shown what the page shows besides the snapshot
    /// @param page fills the model and names the template
    private @Nullable String unlessHeld(
            WebRequest request, Snapshot snapshot, Object shown, Model model, Supplier<String> page) {
        Optional<ZonedDateTime> staleSince = freshness.staleSince(snapshot.asOf());
        if (tag.isHeldBy(request, snapshot.shown(), staleSince, shown)) {
            return null;
        }
        model.addAttribute("rows", rows);
        staleSince.ifPresent(since -> model.addAttribute("staleSince", since));
        return page.get();
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
