package dev.windfall.prizes.page;

import dev.windfall.account.SignedIn;
import dev.windfall.account.session.HttpOnlyCookie;
import dev.windfall.draw.LotteryCalendar;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Reads and writes the cookie of the [LastVisit].
@Component
class Visits {

    private static final HttpOnlyCookie COOKIE = new HttpOnlyCookie("windfall-visit");
    private static final Duration KEPT = Duration.ofDays(365);

    private final LotteryCalendar calendar;

    Visits(LotteryCalendar calendar) {
        this.calendar = calendar;
    }

    /// Takes note of a view of what was published up to a data version.
    LastVisit note(
            SignedIn.Subscriber subscriber,
            long dataVersion,
            HttpServletRequest request,
            HttpServletResponse response) {
        Instant now = calendar.now();
        Optional<LastVisit> noted = COOKIE.read(request)
                .flatMap(LastVisit::ofCookie)
                .filter(visit -> visit.subscriber() == subscriber.number());
        LastVisit visit = noted.map(it -> it.next(dataVersion, now))
                .orElseGet(() -> LastVisit.first(subscriber.number(), dataVersion, now));
        if (!noted.equals(Optional.of(visit))) {
            COOKIE.write(request, response, visit.toCookie(), KEPT);
        }
        return visit;
    }
}
