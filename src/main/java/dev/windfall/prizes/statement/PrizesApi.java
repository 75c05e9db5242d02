package dev.windfall.prizes.statement;

import dev.windfall.account.SignedIn;
import dev.windfall.draw.SubscriptionPeriod;
import dev.windfall.prizes.PrizesService;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/// The signed-in subscriber's prizes for programs.
///
/// - `GET /api/v1/prizes`: the last three periods;
/// - `GET /api/v1/prizes/months/{period}`: a period of any time, as `yyyymm`.
@RestController
@RequestMapping("/api/v1/prizes")
class PrizesApi {

    private final PrizesService service;

    PrizesApi(PrizesService service) {
        this.service = service;
    }

    @GetMapping
    PrizesJson prizes(@AuthenticationPrincipal SignedIn.Subscriber subscriber) {
        return PrizesJson.of(service.prizesOf(subscriber.number()));
    }

    @GetMapping("/months/{period}")
    PrizesJson prizes(@PathVariable int period, @AuthenticationPrincipal SignedIn.Subscriber subscriber) {
        return SubscriptionPeriod.ofId(period)
                .flatMap(wanted -> service.prizesOf(subscriber.number(), wanted))
                .map(PrizesJson::of)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
