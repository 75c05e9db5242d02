package dev.windfall.publishing.page;

import dev.windfall.draw.LotteryCalendar;
import dev.windfall.draw.SubscriptionPeriod;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/// The draws of one period at a time.
@Controller
class DrawListController {

    private final DrawList draws;
    private final LotteryCalendar calendar;

    DrawListController(DrawList draws, LotteryCalendar calendar) {
        this.draws = draws;
        this.calendar = calendar;
    }

    @GetMapping("/admin/draws")
    String list(@RequestParam(name = "period", required = false) @Nullable Integer periodId, Model model) {
        SubscriptionPeriod period = period(periodId);
        model.addAttribute("period", period);
        model.addAttribute("draws", draws.draws(period));
        draws.before(period).ifPresent(before -> model.addAttribute("before", before));
        draws.after(period).ifPresent(after -> model.addAttribute("after", after));
        return "publishing/draws";
    }

    private SubscriptionPeriod period(@Nullable Integer id) {
        try {
            return id == null ? newest() : new SubscriptionPeriod(id);
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "no such period", e);
        }
    }

    /// The current one, or the last before it that has draws: a new month begins without any.
    private SubscriptionPeriod newest() {
        SubscriptionPeriod current = calendar.currentPeriod();
        return draws.draws(current).isEmpty() ? draws.before(current).orElse(current) : current;
    }
}
