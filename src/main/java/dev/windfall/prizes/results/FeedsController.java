package dev.windfall.prizes.results;

import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedOutput;
import dev.windfall.draw.LotteryCalendar;
import dev.windfall.prizes.Snapshot;
import dev.windfall.prizes.Snapshots;
import dev.windfall.prizes.shared.PageTag;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;

/// The results for news readers, and the coming draws for calendars.
@Controller
class FeedsController {

    private static final MediaType ATOM = new MediaType(MediaType.APPLICATION_ATOM_XML, StandardCharsets.UTF_8);
    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final Snapshots snapshots;
    private final DrawFeed feed;
    private final DrawCalendar comingDraws;
    private final LotteryCalendar calendar;
    private final PageTag tag;

    FeedsController(
            Snapshots snapshots, DrawFeed feed, DrawCalendar comingDraws, LotteryCalendar calendar, PageTag tag) {
        this.snapshots = snapshots;
        this.feed = feed;
        this.comingDraws = comingDraws;
        this.calendar = calendar;
        this.tag = tag;
    }

    @GetMapping("/draws/feed.atom")
    @Nullable
    ResponseEntity<String> feed(WebRequest request, UriComponentsBuilder site, Locale language) throws FeedException {
        Snapshot snapshot = snapshots.current();
        return tag.isHeldBy(request, snapshot.shown(), site.toUriString())
                ? null
                : ResponseEntity.ok()
                        .contentType(ATOM)
                        .body(new WireFeedOutput().outputString(feed.of(snapshot, site, language)));
    }

    @GetMapping("/draws/calendar.ics")
    @Nullable
    ResponseEntity<String> calendar(WebRequest request, Locale language) {
        if (!comingDraws.areKnown()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return tag.isHeldBy(request, calendar.today())
                ? null
                : ResponseEntity.ok().contentType(CALENDAR).body(comingDraws.comingDraws(language));
    }
}
