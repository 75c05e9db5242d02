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

    PrizesController(PrizesService service, PrizesSettings settings, LotteryCalendar calendar) {
        this.service = service;
        this.settings = settings;
        this.calendar = calendar;
    }

    @GetMapping("/prizes")
    String show(@AuthenticationPrincipal SignedIn.Subscriber subscriber, Model model) {
        SubscriberPrizes prizes = service.prizesOf(subscriber.number());
        model.addAttribute("prizes", prizes);
        model.addAttribute("asOf", calendar.at(prizes.asOf()));
        model.addAttribute("stale", calendar.now().isAfter(prizes.asOf().plus(settings.staleAfter())));
        return "prizes/prizes";
    }
}
