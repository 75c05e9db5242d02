package dev.windfall.prizes.results;

import com.rometools.rome.feed.atom.Content;
import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.feed.atom.Person;
import com.rometools.rome.feed.synd.SyndPerson;
import dev.windfall.draw.Draw;
import dev.windfall.draw.Edition;
import dev.windfall.draw.LotterySettings;
import dev.windfall.draw.PublishedDraw;
import dev.windfall.prizes.Snapshot;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/// The published draws of the last three periods as an Atom feed (RFC 4287), newest first. A correction is the same
/// entry with another date of its last change, so that readers show it again.
@Component
class DrawFeed {

    private final LotterySettings lottery;
    private final MessageSource messages;

    DrawFeed(LotterySettings lottery, MessageSource messages) {
        this.lottery = lottery;
        this.messages = messages;
    }

    /// @param site the address that this server was asked under
    Feed of(Snapshot snapshot, UriComponentsBuilder site, Locale language) {
        List<PublishedDraw> draws = snapshot.results().stream()
                .flatMap(period -> period.published().stream())
                .toList();
        var feed = new Feed("atom_1.0");
        feed.setId("urn:uuid:" + StableId.of(lottery.name(), "draws"));
        feed.setTitle("%s: %s".formatted(lottery.name(), text("draws.title", language)));
        feed.setUpdated(Date.from(draws.stream()
                .map(draw -> draw.edition().publishedAt())
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH)));
        feed.setAuthors(List.<SyndPerson>of(author()));
        feed.setAlternateLinks(List.of(link(address(site, "/draws"), "alternate")));
        feed.setOtherLinks(List.of(link(address(site, "/draws/feed.atom"), "self")));
        feed.setEntries(new ArrayList<>(
                draws.stream().map(draw -> entry(draw, site, language)).toList()));
        return feed;
    }

    private Entry entry(PublishedDraw published, UriComponentsBuilder site, Locale language) {
        Draw draw = published.draw();
        Edition edition = published.edition();
        String date = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(language)
                .format(draw.date());
        String address = address(site, "/draws/" + draw.id());
        var entry = new Entry();
        entry.setId("urn:uuid:" + StableId.of(lottery.name(), draw.number()));
        entry.setTitle("%s, %s".formatted(text("draws.number", language, draw.number()), date));
        entry.setUpdated(Date.from(edition.publishedAt()));
        entry.setAlternateLinks(List.of(link(address, "alternate")));
        var summary = new Content();
        summary.setType(Content.TEXT);
        String prizes = text("draws.prizes", language, published.prizeCount());
        summary.setValue(edition.corrected() ? prizes + ". " + text("prizes.corrected", language) : prizes);
        entry.setSummary(summary);
        return entry;
    }

    private Person author() {
        var author = new Person();
        author.setName(lottery.name());
        return author;
    }

    private static Link link(String address, String relation) {
        var link = new Link();
        link.setHref(address);
        link.setRel(relation);
        return link;
    }

    private static String address(UriComponentsBuilder site, String path) {
        return site.cloneBuilder().replacePath(path).toUriString();
    }

    private String text(String key, Locale language, Object... arguments) {
        return messages.getMessage(key, arguments, language);
    }
}
