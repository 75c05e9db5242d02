package dev.windfall.publishing.page;

import dev.windfall.draw.LotteryCalendar;
import dev.windfall.draw.SubscriptionPeriod;
import java.util.List;
import java.util.Optional;
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
        SubscriptionPeriod period = periodId == null ? calendar.currentPeriod() : period(periodId);
        List<ListedDraw> listed = draws.draws(period);
        Optional<SubscriptionPeriod> before = draws.before(period);
        if (periodId == null && listed.isEmpty() && before.isPresent()) {
            // a new month begins without any
            return list(before.get().id(), model);
        }
        model.addAttribute("period", period);
        model.addAttribute("draws", listed);
        before.ifPresent(earlier -> model.addAttribute("before", earlier));
        draws.after(period).ifPresent(after -> model.addAttribute("after", after));
        return "publishing/draws";
    }

    private static SubscriptionPeriod period(int id) {
        try {
            return new SubscriptionPeriod(id);
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "no such period", e);
        }
    }
}
