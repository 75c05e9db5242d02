package dev.windfall.prizes;

import dev.windfall.account.SignedIn;
import dev.windfall.draw.LotteryCalendar;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class PrizesController {

    private final PrizesService service;
    private final PrizesSettings settings;
    private final LotteryCalendar calendar;
    private final SharedRows rows;

    PrizesController(PrizesService service, PrizesSettings settings, LotteryCalendar calendar, SharedRows rows) {
        this.service = service;
        this.settings = settings;
        this.calendar = calendar;
        this.rows = rows;
    }

    @GetMapping("/prizes")
    String show(@AuthenticationPrincipal SignedIn.Subscriber subscriber, Model model) {
        SubscriberPrizes prizes = service.prizesOf(subscriber.number());
        model.addAttribute("prizes", prizes);
        model.addAttribute("rows", rows);
        model.addAttribute("charts", WinningsChart.of(prizes));
        prizes.nextDraw(calendar.today()).ifPresent(draw -> model.addAttribute("nextDraw", draw));
        model.addAttribute("asOf", calendar.at(prizes.asOf()));
        model.addAttribute("stale", calendar.now().isAfter(prizes.asOf().plus(settings.staleAfter())));
        return "prizes/prizes";
    }
}
