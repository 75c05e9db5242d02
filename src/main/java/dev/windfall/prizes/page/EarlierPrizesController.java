package dev.windfall.prizes.page;

import dev.windfall.account.SignedIn;
import dev.windfall.draw.SubscriptionPeriod;
import dev.windfall.prizes.Freshness;
import dev.windfall.prizes.Journey;
import dev.windfall.prizes.Journeys;
import dev.windfall.prizes.PeriodArchive;
import dev.windfall.prizes.PrizesService;
import dev.windfall.prizes.Snapshot;
import dev.windfall.prizes.Snapshots;
import dev.windfall.prizes.SubscriberPrizes;
import dev.windfall.prizes.shared.Months;
import dev.windfall.prizes.shared.PageTag;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.server.ResponseStatusException;

/// What a subscriber won in any month, however long ago.
@Controller
@RequestMapping("/prizes/months")
class EarlierPrizesController {

    private final Snapshots snapshots;
    private final PeriodArchive archive;
    private final PrizesService service;
    private final Journeys journeys;
    private final Freshness freshness;
    private final PageTag tag;
    private final SharedParts parts;

    EarlierPrizesController(
            Snapshots snapshots,
            PeriodArchive archive,
            PrizesService service,
            Journeys journeys,
            Freshness freshness,
            PageTag tag,
            SharedParts parts) {
        this.snapshots = snapshots;
        this.archive = archive;
        this.service = service;
        this.journeys = journeys;
        this.freshness = freshness;
        this.tag = tag;
        this.parts = parts;
    }

    @GetMapping
    @Nullable
    String list(WebRequest request, Model model) {
        Snapshot snapshot = snapshots.current();
        List<SubscriptionPeriod> periods = archive.periods(snapshot);
        if (tag.isHeldBy(request, periods)) {
            return null;
        }
        model.addAttribute("years", Months.byYear(periods));
        return "prizes/months";
    }

    @GetMapping("/{period:[0-9]{6}}")
    @Nullable
    String show(
            @PathVariable int period,
            @AuthenticationPrincipal SignedIn.Subscriber subscriber,
            WebRequest request,
            Model model) {
        SubscriberPrizes prizes = SubscriptionPeriod.ofId(period)
                .flatMap(wanted -> service.prizesOf(subscriber.number(), wanted))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Optional<ZonedDateTime> staleSince = freshness.staleSince(prizes.asOf());
        List<Journey> travelling = journeys.of(subscriber.number());
        if (tag.isHeldBy(request, prizes.shown(), staleSince, travelling)) {
            return null;
        }
        model.addAttribute("prizes", prizes);
        model.addAttribute("period", prizes.periods().getFirst());
        model.addAttribute("month", OwnMonth.earlier(prizes.periods().getFirst(), travelling));
        model.addAttribute("parts", parts);
        staleSince.ifPresent(since -> model.addAttribute("staleSince", since));
        return "prizes/month";
    }
}
