package dev.windfall.delivery.shipment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.windfall.TestDatabase;
import dev.windfall.TestDraws;
import dev.windfall.account.Node;
import dev.windfall.account.Visitor;
import dev.windfall.delivery.code.StatusCodes;
import dev.windfall.simulator.carrier.Carrier;
import dev.windfall.simulator.carrier.CodeServer;
import dev.windfall.simulator.carrier.CodeServer.Code;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/// From the staff's hands to the winner's page. Subscriber 1 has won a hamper in draw 41, subscriber 2 one in draw 42.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ShipmentsIntegrationTests {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String HEADER = "draw_no,subscriber_id,tier,carrier,tracking_number\n";
    private static final Pattern JOURNEY = Pattern.compile("<ol class=\"journey\".*?</ol>", Pattern.DOTALL);
    private static final Pattern STAGE =
            Pattern.compile("<li[^>]*><span>([^<]*)</span>(?: <time[^>]*>([^<]*)</time>)?");

    private CodeServer service;
    private Node node;
    private Carrier carrier;
    private Visitor staff;
    private int days;
    private final Map<String, Visitor> visitors = new HashMap<>();

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        service = CodeServer.start(
                List.of(
                        new Code("swift", "D1", "delivered"),
                        new Code("swift", "OFD", "out_for_delivery"),
                        new Code("swift", "F", "delivery_failed"),
                        new Code("swift", "RTS", "return_to_sender")),
                0);
        node = Node.at(
                        Instant.parse("2026-11-21T12:00:00Z"),
                        TestDatabase.createUrl(),
                        "windfall.delivery.code-service=" + service.uri(),
                        "windfall.delivery.carriers.swift.secrets=" + SECRET,
                        "windfall.delivery.poll-interval=20ms")
                .withAccounts();
        TestDraws.publish(node, folder, "41", "2026-11-07", 1, 3);
        TestDraws.publish(node, folder, "42", "2026-11-14", 2, 3);
        TestDraws.declare(node, folder, "43", "2026-11-21");
        carrier = new Carrier(node.uri(), "swift", SECRET);
        staff = node.signedIn("clerk");
        await().until(() -> node.bean(StatusCodes.class).of("swift").isPresent());
    }

    @AfterAll
    void stop() {
        carrier.close();
        node.close();
        service.close();
    }

    @BeforeEach
    void forget() {
        node.bean(JdbcClient.class)
                .sql("truncate shipments, parcel_events, carrier_requests")
                .update();
        // what nodes have seen goes with the day
        days += 2;
        node.clock().advance(Duration.ofDays(days));
        node.bean(Shipments.class).refresh();
        node.clock().advance(Duration.ofDays(-days));
        node.bean(Shipments.class).refresh();
    }

    @Test
    void areToldFromTheDrawToTheDoor() throws Exception {
        assertThat(journey("1")).containsExactly("Won 7 November 2026", "Published 21 November 2026");

        handOver("41", "1", "Gift hamper", "T1");
        awaitJourney("1", "Handed over to SWIFT, number T1 21 November 2026", "On its way");

        post(update("e1", "T1", "OFD", "2026-11-20T07:00:00Z"));
        awaitJourney(
                "1",
                "Handed over to SWIFT, number T1 21 November 2026",
                "Out for delivery: the carrier is on the way to you 20 November 2026");

        post(update("e2", "T1", "D1", "2026-11-20T23:30:00Z"));
        awaitJourney(
                "1",
                "Handed over to SWIFT, number T1 21 November 2026",
                "Out for delivery 20 November 2026",
                "Delivered 21 November 2026");
    }

    @Test
    void areToldInTheOrderInWhichThingsHappened() throws Exception {
        handOver("41", "1", "Gift hamper", "T1");
        post(
                TestParcels.update("e3", "T1", "RTS", "2026-11-12T09:00:00Z", 2),
                TestParcels.update("e2", "T1", "F", "2026-11-11T09:00:00Z", 1),
                TestParcels.update("e1", "T1", "OFD", "2026-11-10T09:00:00Z", 1));

        await().untilAsserted(() -> assertThat(journey("1"))
                .extracting(stage -> stage.replaceAll("[:.].*| \\d.*", ""))
                .endsWith("Out for delivery", "It could not be delivered", "It goes back to us"));
        assertThat(page("1"))
                .containsOnlyOnce("class=\"journey-problem\"><span>It goes back to us. Call us")
                .contains("<span>It could not be delivered</span>");
    }

    /// A carrier may be faster than the staff.
    @Test
    void knowWhatHappenedBeforeTheyWereHandedIn() throws Exception {
        post(update("e1", "T1", "OFD", "2026-11-10T09:00:00Z"));

        handOver("41", "1", "Gift hamper", "T1");

        await().untilAsserted(() -> assertThat(journey("1").getLast()).startsWith("Out for delivery"));
    }

    @Test
    void areNobodyElses() throws Exception {
        handOver("41", "1", "Gift hamper", "T1");
        awaitJourney("1", "Handed over to SWIFT, number T1 21 November 2026", "On its way");

        assertThat(page("2")).doesNotContain("number T1", "Handed over");
        assertThat(page("3")).doesNotContain("journey");
    }

    @Test
    void makeAPageAnotherOne() throws Exception {
        Visitor winner = node.signedIn("1");
        String tag = winner.get("/prizes").headers().firstValue("ETag").orElseThrow();
        assertThat(winner.with("If-None-Match", tag).get("/prizes").statusCode())
                .isEqualTo(304);

        handOver("41", "1", "Gift hamper", "T1");

        await().untilAsserted(
                        () -> assertThat(winner.get("/prizes").statusCode()).isEqualTo(200));
    }

    @Test
    void areHandedOverByTheThousandOrNotAtAll() throws Exception {
        HttpResponse<String> refused = upload(HEADER
                + "41,1,Gift hamper,swift,T1\n"
                + "42,2,Gift hamper,swift,T1\n"
                + "44,2,Gift hamper,swift,T3\n"
                + "43,2,Gift hamper,swift,T4\n"
                + "42,2,Hamper,swift,T5\n"
                + "42,2,Small prize,swift,T6\n"
                + "42,3,Gift hamper,swift,T7\n"
                + "41,1,Gift hamper,swift,T8\n"
                + "41,1,Gift hamper,tortoise,T9\n"
                + "41,1,Gift hamper,swift,\n"
                + "41,one,Gift hamper,swift,T11\n"
                + "41,1\n");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(findings(refused))
                .containsExactly(
                        "3 tracking_number this number is that of another parcel: look at the label again, or print a new one",
                        "4 draw_no no such draw is published: hand over what is",
                        "5 draw_no no such draw is published: hand over what is",
                        "6 tier the draw has no such tier: write it as its results do",
                        "7 tier who wins this tier gets money: it is paid out, not sent",
                        "8 subscriber_id this subscriber did not win that: compare the winners",
                        "9 row this prize is on its way: leave it out, or take it back first",
                        "10 carrier &quot;tortoise&quot; is no carrier that prizes travel with: write swift",
                        "11 tracking_number has 0 characters: give it 1 to 64",
                        "12 subscriber_id &quot;one&quot; is not a count: write a whole number from 0 to 2147483647",
                        "13 tier the row has 2 fields instead of 5: look for a comma too many or too few");
        assertThat(shipments()).isZero();

        HttpResponse<String> taken = upload(HEADER + "41,1,Gift hamper,swift,T1\n42,2,Gift hamper,swift,T2\n");
        assertThat(taken.statusCode()).isEqualTo(302);
        assertThat(taken.headers().firstValue("Location")).contains("/admin/shipments?done=2");
        assertThat(shipments()).isEqualTo(2);
    }

    @Test
    void areNotHandedOverTwice() throws Exception {
        handOver("41", "1", "Gift hamper", "T1");

        HttpResponse<String> again = submit("41", "1", "Gift hamper", "T2");

        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(again.body()).contains("this prize is on its way");
        assertThat(shipments()).isEqualTo(1);
    }

    @Test
    void waitInAListUntilTheyAreHandedOver() throws Exception {
        assertThat(staff.get("/admin/shipments/waiting.csv").body().lines())
                .containsExactly(HEADER.strip(), "41,1,Gift hamper,,", "42,2,Gift hamper,,");

        handOver("41", "1", "Gift hamper", "T1");

        assertThat(staff.get("/admin/shipments/waiting.csv").body().lines())
                .containsExactly(HEADER.strip(), "42,2,Gift hamper,,");
        assertThat(staff.get("/admin/shipments").body()).contains(">T1</th>", "Gift hamper");
        assertThat(staff.get("/admin/shipments?wanted=T1").body()).contains(">T1</th>", "None yet");
        assertThat(staff.get("/admin/shipments?wanted=1").body()).contains(">T1</th>");
        assertThat(staff.get("/admin/shipments?wanted=T2%00").body()).contains("Nothing is on its way");
    }

    @Test
    void areHandedOverAgainWhenTheyAreBack() throws Exception {
        handOver("41", "1", "Gift hamper", "T1");
        post(TestParcels.update("e1", "T1", "RTS", "2026-11-20T09:00:00Z", 2));
        awaitJourney(
                "1",
                "Handed over to SWIFT, number T1 21 November 2026",
                "It goes back to us. Call us, and we send it again. 20 November 2026");
        assertThat(staff.get("/admin/shipments").body()).contains("It is back");

        assertThat(takeBack("T1", "returned")).endsWith("takenBack=true");

        assertThat(takeBack("T1", "returned")).as("that is over").endsWith("takenBack=false");
        assertThat(staff.get("/admin/shipments/waiting.csv").body()).contains("41,1,Gift hamper,,");
        assertThat(submit("41", "1", "Gift hamper", "T1").body()).contains("this number is that of another parcel");
        handOver("41", "1", "Gift hamper", "T2");
        post(update("e2", "T2", "D1", "2026-11-21T09:00:00Z"));
        awaitJourney(
                "1",
                "Handed over to SWIFT, number T1 21 November 2026",
                "It went back to us 20 November 2026",
                "It is back with us 21 November 2026",
                "Handed over to SWIFT, number T2 21 November 2026",
                "Delivered 21 November 2026");
    }

    /// Not all carriers have a code for a return.
    @Test
    void comeBackOnAnotherLeg() throws Exception {
        handOver("41", "1", "Gift hamper", "T1");
        post(
                TestParcels.update("e1", "T1", "D1", "2026-11-19T09:00:00Z", 1),
                TestParcels.update("e2", "T1", "OFD", "2026-11-20T09:00:00Z", 2),
                TestParcels.update("e3", "T1", "D1", "2026-11-20T12:00:00Z", 2));
        awaitJourney(
                "1",
                "Handed over to SWIFT, number T1 21 November 2026",
                "Delivered 19 November 2026",
                "It goes back to us. Call us, and we send it again. 20 November 2026");
        assertThat(staff.get("/admin/shipments?problem=return_to_sender").body())
                .contains(">T1</th>");
    }

    @Test
    void comeBackWithoutAWordOfTheCarrier() throws Exception {
        handOver("41", "1", "Gift hamper", "T1");
        post(update("e1", "T1", "F", "2026-11-19T09:00:00Z"));

        assertThat(takeBack("T1", "returned")).endsWith("takenBack=true");

        awaitJourney(
                "1",
                "Handed over to SWIFT, number T1 21 November 2026",
                "It could not be delivered 19 November 2026",
                "It is back with us 21 November 2026");
        assertThat(staff.get("/admin/shipments/waiting.csv").body()).contains("41,1,Gift hamper,,");
    }

    /// Carriers' clocks have minutes, and not more.
    @Test
    void goAStepAtATimeEvenWithinAMoment() throws Exception {
        handOver("41", "1", "Gift hamper", "T1");
        post(
                update("e1", "T1", "D1", "2026-11-19T09:00:00Z"),
                update("e2", "T1", "F", "2026-11-19T09:00:00Z"),
                update("e3", "T1", "OFD", "2026-11-19T09:00:00Z"));

        awaitJourney(
                "1",
                "Handed over to SWIFT, number T1 21 November 2026",
                "Out for delivery 19 November 2026",
                "It could not be delivered 19 November 2026",
                "Delivered 19 November 2026");
        assertThat(staff.get("/admin/shipments?problem=delivery_failed").body()).contains("Nothing is on its way");
    }

    /// Carriers have several codes for one thing.
    @Test
    void areToldOnceOfWhatIsRepeated() throws Exception {
        handOver("41", "1", "Gift hamper", "T1");
        post(
                update("e1", "T1", "F", "2026-11-18T09:00:00Z"),
                update("e2", "T1", "F", "2026-11-19T09:00:00Z"),
                update("e3", "T1", "D1", "2026-11-20T09:00:00Z"),
                update("e4", "T1", "D1", "2026-11-21T09:00:00Z"));

        awaitJourney(
                "1",
                "Handed over to SWIFT, number T1 21 November 2026",
                "It could not be delivered 19 November 2026",
                "Delivered 20 November 2026");
    }

    @Test
    void areListedByHowLongTheyAreStuck() throws Exception {
        handOver("41", "1", "Gift hamper", "T1");
        handOver("42", "2", "Gift hamper", "T2");
        post(
                update("e1", "T1", "F", "2026-11-20T09:00:00Z"),
                update("e2", "T2", "F", "2026-11-19T09:00:00Z"),
                update("e3", "T2", "F", "2026-11-19T12:00:00Z"));

        assertThat(staff.get("/admin/shipments?problem=delivery_failed").body())
                .containsSubsequence(">T2</th>", ">T1</th>");
        assertThat(staff.get("/admin/shipments?problem=delivery_failed&wanted=T1")
                        .body())
                .contains(">T1</th>", "name=\"problem\" value=\"delivery_failed\"")
                .doesNotContain(">T2</th>");
        assertThat(staff.submit(
                                "/admin/shipments?problem=delivery_failed",
                                "/admin/shipments/0/end",
                                "as",
                                "returned",
                                "problem",
                                "delivery_failed")
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .as("where the next one is")
                .contains("problem=delivery_failed");
    }

    /// What arrives then arrives with us.
    @Test
    void areNotDeliveredByTheWayBack() throws Exception {
        handOver("41", "1", "Gift hamper", "T1");
        post(
                TestParcels.update("e1", "T1", "F", "2026-11-19T09:00:00Z", 1),
                TestParcels.update("e2", "T1", "RTS", "2026-11-20T09:00:00Z", 2),
                TestParcels.update("e3", "T1", "OFD", "2026-11-20T12:00:00Z", 2),
                TestParcels.update("e4", "T1", "D1", "2026-11-20T15:00:00Z", 2));

        awaitJourney(
                "1",
                "Handed over to SWIFT, number T1 21 November 2026",
                "It could not be delivered 19 November 2026",
                "It goes back to us. Call us, and we send it again. 20 November 2026");
        assertThat(staff.get("/admin/shipments?problem=return_to_sender").body())
                .contains(">T1</th>", "It is back");
        assertThat(staff.get("/admin/shipments?problem=delivery_failed").body()).contains("Nothing is on its way");
        assertThat(takeBack("T1", "returned")).endsWith("takenBack=true");
        post(TestParcels.update("e5", "T1", "OFD", "2026-11-21T12:30:00Z", 3));
        handOver("41", "1", "Gift hamper", "T2");
        awaitJourney(
                "1",
                "Handed over to SWIFT, number T1 21 November 2026",
                "It could not be delivered 19 November 2026",
                "It went back to us 20 November 2026",
                "It is back with us 21 November 2026",
                "Handed over to SWIFT, number T2 21 November 2026",
                "On its way");
    }

    @Test
    void leaveNothingBehindIfTheirNumberWasWrong() throws Exception {
        handOver("41", "1", "Gift hamper", "T2");
        post(update("e1", "T2", "D1", "2026-11-20T09:00:00Z"));
        awaitJourney("1", "Handed over to SWIFT, number T2 21 November 2026", "Delivered 20 November 2026");

        assertThat(takeBack("T2", "mistaken")).endsWith("takenBack=true");

        await().untilAsserted(() ->
                assertThat(journey("1")).containsExactly("Won 7 November 2026", "Published 21 November 2026"));
        handOver("41", "1", "Gift hamper", "T1");
        handOver("42", "2", "Gift hamper", "T2");
        awaitJourney("1", "Handed over to SWIFT, number T1 21 November 2026", "On its way");
        await().untilAsserted(() -> assertThat(journey("2").getLast()).isEqualTo("Delivered 20 November 2026"));
        assertThat(node.bean(JdbcClient.class)
                        .sql("select details from audit_trail order by id desc limit 3")
                        .query((row, _) -> row.getString("details"))
                        .list())
                .contains("parcel T2 with swift, mistaken");
    }

    /// As staff fill in the list of what waits, day by day.
    @Test
    void mayBeHandedOverOutOfAListThatIsFilledInByHalf() throws Exception {
        HttpResponse<String> taken = upload(HEADER + "41,1,Gift hamper,,\n42,2,Gift hamper,swift,T2\n");

        assertThat(taken.headers().firstValue("Location")).contains("/admin/shipments?done=1");
        assertThat(node.bean(JdbcClient.class)
                        .sql("select details from audit_trail order by id desc limit 1")
                        .query((row, _) -> row.getString("details"))
                        .single())
                .isEqualTo("Gift hamper of draw 42 for subscriber 2, T2 with swift, by handovers.csv");
        assertThat(upload(HEADER + "41,1,Gift hamper,swift,\n").body()).contains("has 0 characters");
        assertThat(staff.get("/admin/shipments").body()).contains("swift</span>: <span>4 codes that matter, as of");
    }

    @Test
    void areTakenBackInKnownWaysOnly() {
        handOver("41", "1", "Gift hamper", "T1");

        assertThat(TestParcels.takeBack(staff, node, "T1", "eaten").statusCode())
                .isEqualTo(400);
        assertThat(staff.submit("/admin/shipments", "/admin/shipments/0/end", "as", "mistaken")
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .endsWith("takenBack=false");
        assertThat(staff.get("/admin/shipments?takenBack=false").body()).contains("Nothing was taken back");
    }

    @Test
    void areAskedForInTheWordsOfTheForm() {
        HttpResponse<String> refused = submit("41", "1", "Gift hamper", "T1<script>");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body())
                .contains(
                        "<a href=\"#trackingNumber\">Tracking number</a>: <span>&quot;T1&lt;script&gt;&quot; is no number of a label",
                        "value=\"Gift hamper\"",
                        "value=\"T1&lt;script&gt;\"")
                .doesNotContain("line", "tracking_number</td>");
    }

    @Test
    void needAFileWithSomethingInIt() {
        assertThat(upload(HEADER).body()).contains("holds no prize with carrier and number: fill in at least one row");
        assertThat(staff.upload("/admin/shipments", "/admin/shipments", "file", "", "")
                        .body())
                .contains("No file was chosen");
        assertThat(staff.upload("/admin/shipments", "/admin/shipments").body()).contains("No file was chosen");
        assertThat(shipments()).isZero();
    }

    @Test
    void areTheStaffsAffair() {
        assertThat(node.signedIn("1").get("/admin/shipments").statusCode()).isEqualTo(403);
        assertThat(node.visitor().get("/admin/shipments/waiting.csv").statusCode())
                .isEqualTo(302);
    }

    private HttpResponse<String> submit(String draw, String subscriber, String tier, String number) {
        return TestParcels.handOver(staff, draw, subscriber, tier, number);
    }

    private void handOver(String draw, String subscriber, String tier, String number) {
        assertThat(submit(draw, subscriber, tier, number).statusCode()).isEqualTo(302);
    }

    /// @return where the page goes from there
    private String takeBack(String trackingNumber, String ending) {
        return TestParcels.takeBack(staff, node, trackingNumber, ending)
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }

    private HttpResponse<String> upload(String csv) {
        return staff.upload("/admin/shipments", "/admin/shipments", "file", "handovers.csv", csv);
    }

    private static String update(String eventId, String number, String code, String time) {
        return TestParcels.update(eventId, number, code, time, 1);
    }

    private void post(String... updates) throws IOException, InterruptedException {
        TestParcels.post(carrier, node, updates);
    }

    private String page(String subscriber) {
        return visitors.computeIfAbsent(subscriber, node::signedIn)
                .get("/prizes")
                .body();
    }

    private List<String> journey(String subscriber) {
        var journey = JOURNEY.matcher(page(subscriber));
        assertThat(journey.find()).as("a thing was won").isTrue();
        return STAGE.matcher(journey.group())
                .results()
                .map(stage -> stage.group(2) == null ? stage.group(1) : stage.group(1) + " " + stage.group(2))
                .toList();
    }

    private void awaitJourney(String subscriber, String... afterPublication) {
        await().untilAsserted(() -> assertThat(journey(subscriber))
                .startsWith("Won 7 November 2026", "Published 21 November 2026")
                .endsWith(afterPublication)
                .hasSize(2 + afterPublication.length));
    }

    private static List<String> findings(HttpResponse<String> page) {
        return Pattern.compile("<td>handovers.csv</td>\\s*<td[^>]*>(\\d+)</td>\\s*<td>([^<]*)</td>\\s*<td>([^<]*)</td>")
                .matcher(page.body())
                .results()
                .map(finding -> "%s %s %s".formatted(finding.group(1), finding.group(2), finding.group(3)))
                .toList();
    }

    private long shipments() {
        return node.bean(JdbcClient.class)
                .sql("select count(*) from shipments")
                .query(Long.class)
                .single();
    }
}
