package dev.windfall.publishing;

import dev.windfall.account.SignedIn;
import dev.windfall.draw.LotteryCalendar;
import dev.windfall.draw.SubscriptionPeriod;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/// The draws of one period at a time, and the publication of each.
@Controller
class DrawListController {

    private final DrawList draws;
    private final Publication publication;
    private final LotteryCalendar calendar;

    DrawListController(DrawList draws, Publication publication, LotteryCalendar calendar) {
        this.draws = draws;
        this.publication = publication;
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

    /// Leads back to the list, where the draw is among the published ones; or shows the list with the reason why not.
    @PostMapping("/admin/publications")
    String publish(
            @RequestParam String drawNumber,
            @RequestParam(name = "period", required = false) @Nullable Integer periodId,
            @AuthenticationPrincipal SignedIn.Staff staff,
            Model model,
            HttpServletResponse response) {
        SubscriptionPeriod period = period(periodId);
        PublicationOutcome outcome = publication.publish(drawNumber, staff.username());
        HttpStatus status = switch (outcome) {
            case PublicationOutcome.Published _ -> HttpStatus.SEE_OTHER;
            case PublicationOutcome.NoSuchDraw _ -> HttpStatus.NOT_FOUND;
            case PublicationOutcome.NotImported _, PublicationOutcome.AlreadyPublished _ -> HttpStatus.CONFLICT;
        };
        if (status == HttpStatus.SEE_OTHER) {
            return "redirect:/admin/draws?period=" + period.id();
        }
        response.setStatus(status.value());
        model.addAttribute("refused", outcome);
        model.addAttribute("reason", outcome.getClass().getSimpleName());
        return list(period.id(), model);
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
