package dev.windfall.prizes.results;

import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedOutput;
import dev.windfall.draw.LotteryCalendar;
import dev.windfall.prizes.Snapshot;
import dev.windfall.prizes.Snapshots;
import dev.windfall.prizes.shared.PageTag;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.util.UriComponentsBuilder;

/// The results for news readers, and the coming draws for calendars.
@Controller
class FeedsController {

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

    @GetMapping(value = "/draws/feed.atom", produces = "application/atom+xml;charset=UTF-8")
    @ResponseBody
    @Nullable
    String feed(WebRequest request, UriComponentsBuilder site, Locale language) throws FeedException {
        Snapshot snapshot = snapshots.current();
        return tag.isHeldBy(request, snapshot.dataVersion(), site.toUriString())
                ? null
                : new WireFeedOutput().outputString(feed.of(snapshot, site, language));
    }

    @GetMapping(value = "/draws/calendar.ics", produces = "text/calendar;charset=UTF-8")
    @ResponseBody
    @Nullable
    String calendar(WebRequest request, UriComponentsBuilder site, Locale language) {
        String host = Objects.requireNonNull(site.build().getHost());
        return tag.isHeldBy(request, calendar.today(), host) ? null : comingDraws.comingDraws(host, language);
    }
}
