package dev.windfall.prizes.page;

import dev.windfall.account.SignedIn;
import dev.windfall.draw.DrawSchedule;
import dev.windfall.draw.LotteryCalendar;
import dev.windfall.language.FramedPage;
import dev.windfall.prizes.Freshness;
import dev.windfall.prizes.Journey;
import dev.windfall.prizes.Journeys;
import dev.windfall.prizes.PrizesService;
import dev.windfall.prizes.SubscriberPrizes;
import dev.windfall.prizes.shared.PageTag;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.View;
import org.thymeleaf.ITemplateEngine;

/// What a subscriber won in the last three periods.
@Controller
class PrizesController implements MeterBinder {

    private static final int MAX_BYTES = 200_000;

    private final PrizesService service;
    private final Journeys journeys;
    private final LotteryCalendar calendar;
    private final DrawSchedule schedule;
    private final Freshness freshness;
    private final Visits visits;
    private final PageTag tag;
    private final SharedParts parts;
    private final FramedPage page;

    PrizesController(
            PrizesService service,
            Journeys journeys,
            LotteryCalendar calendar,
            DrawSchedule schedule,
            Freshness freshness,
            Visits visits,
            PageTag tag,
            SharedParts parts,
            ITemplateEngine templates) {
        this.service = service;
        this.journeys = journeys;
        this.calendar = calendar;
        this.schedule = schedule;
        this.freshness = freshness;
        this.visits = visits;
        this.tag = tag;
        this.parts = parts;
        page = new FramedPage(templates, "prizes/prizes", Map.of("parts", parts), MAX_BYTES);
    }

    @GetMapping("/prizes")
    @Nullable
    View show(
            @AuthenticationPrincipal SignedIn.Subscriber subscriber,
            HttpServletRequest request,
            HttpServletResponse response) {
        SubscriberPrizes prizes = service.prizesOf(subscriber.number());
        List<Journey> travelling = journeys.of(subscriber.number());
        LastVisit visit = visits.note(subscriber, prizes.dataVersion(), request, response);
        Optional<ZonedDateTime> staleSince = freshness.staleSince(prizes.asOf());
        Optional<LocalDate> next = schedule.next(calendar.today(), prizes.lastDrawDate());
        var asked = new ServletWebRequest(request, response);
        if (tag.isHeldBy(asked, prizes.shown(), staleSince, next, visit.before(), travelling)) {
            return null;
        }
        var own = OwnPage.of(prizes, next, visit.before(), travelling);
        return page.view(common(staleSince), Map.of("content", parts.page(own)));
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        page.meters("frames").bindTo(meters);
    }

    private static Map<String, Object> common(Optional<ZonedDateTime> staleSince) {
        return staleSince
                .<Map<String, Object>>map(since -> Map.of("staleSince", since))
                .orElse(Map.of());
    }
}
