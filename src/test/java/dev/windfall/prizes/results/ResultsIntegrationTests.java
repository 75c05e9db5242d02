package dev.windfall.prizes.results;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.util.ICalDate;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import dev.windfall.TestDatabase;
import dev.windfall.TestDraws;
import dev.windfall.account.Node;
import dev.windfall.account.Visitor;
import dev.windfall.prizes.Snapshots;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Draw 40 was in July, draws 41 and 42 in October and November; draw 43 is not published.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ResultsIntegrationTests {

    private final Node node = Node.at(
                    Instant.parse("2026-11-21T12:00:00Z"),
                    TestDatabase.createUrl(),
                    "windfall.lottery.name=Win, lose; or draw",
                    "windfall.lottery.draw-days=SATURDAY")
            .withAccounts();

    @BeforeAll
    void publish(@TempDir Path folder) {
        TestDraws.publish(node, folder, "40", "2026-07-04", 1, 2);
        TestDraws.publish(node, folder, "41", "2026-10-03", 2);
        TestDraws.publish(node, folder, "42", "2026-11-07", 1);
        TestDraws.declare(node, folder, "43", "2026-11-14");
    }

    @AfterAll
    void close() {
        node.close();
    }

    @Test
    void keepADrawWhereItIsForGood() {
        assertThat(get("/draws/1").body())
                .contains("Draw 40", "Saturday, 4 July 2026", "€10.00", "href=\"/draws/months/202607\"");
        assertThat(get("/draws").body()).doesNotContain("Draw 40");
    }

    @Test
    void listAnyMonth() {
        assertThat(get("/draws/months").body())
                .contains("href=\"/draws/months/202611\"", "href=\"/draws/months/202607\"");
        assertThat(get("/draws/months/202607").body()).contains("Draws of July 2026", "Draw 40", "3 prizes");
        assertThat(get("/draws/months/202611").body()).contains("Draw 42", "Draw 43", "not published yet");
    }

    @Test
    void tellWhatEachTierGetsTogether() {
        assertThat(get("/draws/1").body())
                .containsPattern("(?s)Small prize.*>2<.*€5.00.*<rect class=\"bar\".*€10.00")
                .containsPattern("(?s)Gift hamper.*worth €49.00.*€49.00");
    }

    @Test
    void nameNobody() {
        String subscriber = "\\b(subscriber|Subscriber [0-9])\\b";

        for (String page :
                new String[] {"/draws", "/draws/1", "/draws/months/202607", "/api/v1/draws", "/draws/feed.atom"}) {
            assertThat(get(page).body()).as(page).doesNotContainPattern(subscriber);
        }
    }

    @Test
    void areReadByNewsReaders() throws Exception {
        HttpResponse<String> answer = get("/draws/feed.atom");

        SyndFeed feed = new SyndFeedInput().build(new StringReader(answer.body()));
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/atom+xml;charset=UTF-8");
        assertThat(feed.getTitle()).isEqualTo("Win, lose; or draw: Draws");
        assertThat(feed.getEntries())
                .extracting(SyndEntry::getTitle)
                .containsExactly("Draw 42, 7 November 2026", "Draw 41, 3 October 2026");
        SyndEntry newest = feed.getEntries().getFirst();
        assertThat(newest.getDescription().getValue()).isEqualTo("2 prizes");
        assertThat(newest.getUpdatedDate()).isEqualTo("2026-11-21T12:00:00Z");
        assertThat(get(URI.create(newest.getLink()).getPath()).body()).contains("Draw 42");
    }

    @Test
    void areReadByNewsReadersInTheirLanguage() throws Exception {
        String answer = node.visitor()
                .with("Accept-Language", "nl")
                .get("/draws/feed.atom")
                .body();

        assertThat(new SyndFeedInput().build(new StringReader(answer)).getEntries())
                .extracting(SyndEntry::getTitle)
                .contains("Trekking 42, 7 november 2026");
    }

    @Test
    void announceTheComingDrawsToCalendars() {
        ICalendar calendar = Biweekly.parse(get("/draws/calendar.ics").body()).first();

        assertThat(calendar.validate(biweekly.ICalVersion.V2_0).isEmpty()).isTrue();
        assertThat(calendar.getEvents()).hasSize(13);
        VEvent first = calendar.getEvents().getFirst();
        assertThat(first.getSummary().getValue()).isEqualTo("Win, lose; or draw: draw");
        ICalDate date = first.getDateStart().getValue();
        assertThat(date.hasTime()).isFalse();
        assertThat(date.getRawComponents().toString(true, false)).startsWith("20261121");
        assertThat(calendar.getEvents())
                .extracting(event -> event.getUid().getValue())
                .doesNotHaveDuplicates();
    }

    @Test
    void announceNothingWhenTheDaysAreNotKnown() {
        try (Node unknown = Node.on(TestDatabase.createUrl())) {
            unknown.bean(Snapshots.class).refresh();

            assertThat(unknown.visitor().get("/draws/calendar.ics").statusCode())
                    .isEqualTo(404);
            assertThat(unknown.visitor().get("/draws").body()).doesNotContain("calendar.ics", "Next draw");
        }
    }

    @Test
    void keepTheirIdsUnderAnotherAddress() throws Exception {
        String address = node.uri().toString().replace("127.0.0.1", "localhost");
        String elsewhere =
                Visitor.of(URI.create(address)).get("/draws/feed.atom").body();

        assertThat(new SyndFeedInput().build(new StringReader(elsewhere)).getEntries())
                .extracting(SyndEntry::getUri)
                .containsExactlyElementsOf(new SyndFeedInput()
                        .build(new StringReader(get("/draws/feed.atom").body())).getEntries().stream()
                                .map(SyndEntry::getUri)
                                .toList())
                .doesNotHaveDuplicates();
    }

    @Test
    void areSentToReadersWhateverTheyAskFor() {
        assertThat(node.visitor().with("Accept", "application/xml").get("/draws/feed.atom"))
                .satisfies(answer -> assertThat(answer.statusCode()).isIn(200, 406));
    }

    @Test
    void areReadByPrograms() {
        JsonNode answer = json("/api/v1/draws");

        assertThat(answer.at("/allPeriods")).hasToString("[202611,202610,202607]");
        assertThat(answer.at("/periods/0/draws/0/drawNo").asString()).isEqualTo("42");
        assertThat(answer.at("/periods/0/pending/0/drawNo").asString()).isEqualTo("43");
        assertThat(json("/api/v1/draws/months/202607").at("/draws/0")).isEqualTo(json("/api/v1/draws/1"));
        assertThat(json("/api/v1/draws/1"))
                .isEqualTo(JsonMapper.builder().build().readTree("""
                {"id": 1, "drawNo": "40", "date": "2026-07-04", "publishedAt": "2026-11-21T12:00:00Z",
                 "corrected": false, "tiers": [
                   {"tier": "Small prize", "amount": "5.00", "currency": "EUR", "winners": 2},
                   {"tier": "Gift hamper", "amount": "49.00", "currency": "EUR", "winners": 1, "item": "Gift hamper"}]}
                """));
    }

    @Test
    void tellProgramsNothingOfADrawThatIsNotPublished() {
        assertThat(get("/api/v1/draws/4").statusCode()).isEqualTo(404);
        assertThat(get("/draws/4").body()).contains("not published yet");
    }

    private JsonNode json(String path) {
        return JsonMapper.builder().build().readTree(get(path).body());
    }

    private HttpResponse<String> get(String path) {
        return node.visitor().get(path);
    }
}
