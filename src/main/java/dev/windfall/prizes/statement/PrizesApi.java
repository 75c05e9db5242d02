package dev.windfall.prizes.statement;

import dev.windfall.account.SignedIn;
import dev.windfall.draw.SubscriptionPeriod;
import dev.windfall.prizes.PrizesService;
import dev.windfall.prizes.SubscriberPrizes;
import dev.windfall.prizes.shared.PageTag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.server.ResponseStatusException;

/// The signed-in subscriber's prizes for programs.
///
/// - `GET /api/v1/prizes`: the last three periods;
/// - `GET /api/v1/prizes/months/{period}`: a period of any time, as `yyyymm`.
@RestController
@RequestMapping("/api/v1/prizes")
class PrizesApi {

    private final PrizesService service;
    private final PageTag tag;

    PrizesApi(PrizesService service, PageTag tag) {
        this.service = service;
        this.tag = tag;
    }

    @GetMapping
    @Nullable
    PrizesJson prizes(@AuthenticationPrincipal SignedIn.Subscriber subscriber, WebRequest request) {
        return unlessHeld(request, service.prizesOf(subscriber.number()));
    }

    @GetMapping("/months/{period:[0-9]{6}}")
    @Nullable
    PrizesJson prizes(
            @PathVariable int period, @AuthenticationPrincipal SignedIn.Subscriber subscriber, WebRequest request) {
        SubscriberPrizes prizes = SubscriptionPeriod.ofId(period)
                .flatMap(wanted -> service.prizesOf(subscriber.number(), wanted))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return unlessHeld(request, prizes);
    }

    private @Nullable PrizesJson unlessHeld(WebRequest request, SubscriberPrizes prizes) {
        return tag.isHeldBy(request, prizes.shown()) ? null : PrizesJson.of(prizes);
    }
}
