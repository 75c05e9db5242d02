package dev.windfall.delivery.shipment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.windfall.TestDatabase;
import dev.windfall.TestDraws;
import dev.windfall.account.Node;
import dev.windfall.account.Visitor;
import dev.windfall.delivery.code.StatusCodes;
import dev.windfall.notice.Mailbox;
import dev.windfall.notice.Mailbox.Mail;
import dev.windfall.simulator.carrier.Carrier;
import dev.windfall.simulator.carrier.CodeServer;
import dev.windfall.simulator.carrier.CodeServer.Code;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/// From the carrier to the winner's mailbox and page, over HTTP and SMTP. Subscriber 1 has won a hamper in draw 41.
class ParcelNoticesIntegrationTests {

    private static final String ADA = "ada@reader.example";
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private final Mailbox mailbox = new Mailbox();
    private CodeServer service;
    private Node node;
    private Carrier carrier;
    private Path folder;

    @BeforeEach
    void start(@TempDir Path files) throws IOException {
        folder = files;
        service = CodeServer.start(
                List.of(
                        new Code("swift", "D1", "delivered"),
                        new Code("swift", "OFD", "out_for_delivery"),
                        new Code("swift", "F", "delivery_failed"),
                        new Code("swift", "RTS", "return_to_sender"),
                        new Code("swift", "SCAN", "in_transit")),
                0);
        String[] settings = mailbox.settings(
                "windfall.delivery.code-service=" + service.uri(),
                "windfall.delivery.carriers.swift.secrets=" + SECRET,
                "windfall.delivery.poll-interval=20ms");
        node = Node.at(Instant.parse("2026-11-21T12:00:00Z"), TestDatabase.createUrl(), settings)
                .withAccounts();
        TestDraws.publish(node, folder, "41", "2026-11-07", 1, 3);
        carrier = new Carrier(node.uri(), "swift", SECRET);
        await().until(() -> node.bean(StatusCodes.class).of("swift").isPresent());
        mailbox.subscribe(node.signedIn("1"), ADA);
    }

    @AfterEach
    void stop() {
        carrier.close();
        node.close();
        service.close();
        mailbox.close();
    }

    @Test
    void comeOnceForEachKindOfEventHoweverOftenItIsTold() throws Exception {
        handOver();
        for (int i = 0; i < 10; i++) {
            post(update("e1", "OFD", "2026-11-20T07:00:00Z", 1), update("s" + i, "SCAN", "2026-11-20T07:00:00Z", 1));
        }
        mailbox.awaitTo(ADA, 2);
        post(update("e2", "F", "2026-11-20T12:00:00Z", 1));
        mailbox.awaitTo(ADA, 3);
        post(update("e3", "OFD", "2026-11-21T07:00:00Z", 1));
        await().until(() -> told() == 3);
        post(update("e4", "D1", "2026-11-21T09:00:00Z", 1));
        mailbox.awaitTo(ADA, 4);
        postAndAwaitTold(5, update("e5", "D1", "2026-11-21T11:00:00Z", 2));

        // of which the arrival on the second leg is one with us
        List<Mail> mails = assertMailed(
                "Something that you won is being delivered",
                "Something that you won could not be delivered",
                "Something that you won has arrived",
                "Something that you won is on its way back");
        assertThat(mails).extracting(Mail::text).noneMatch(text -> text.contains("http") || text.contains("hamper"));
        assertThat(told()).as("each event is looked at once, and told or not").isEqualTo(5);
        await().untilAsserted(() -> assertThat(node.signedIn("1").get("/prizes").body())
                .containsPattern("News of your parcels</h2>\\s*<ul class=\"parcels\"><li class=\"journey-problem\">"
                        + "<strong>Gift hamper</strong> <span>It goes back to us"));
    }

    /// A carrier may be faster than the staff.
    @Test
    void comeOnceTheParcelIsKnown() throws Exception {
        post(update("e1", "OFD", "2026-11-20T07:00:00Z", 1));
        assertThat(mailbox.to(ADA)).as("the code").hasSize(1);

        handOver();

        assertThat(mailbox.awaitTo(ADA, 2).getLast().subject()).isEqualTo("Something that you won is being delivered");
    }

    /// What somebody else was told, because his parcel's number was mistaken, is not lost to the one whose it is.
    @Test
    void comeToTheRightWinnerOnceTheNumberIsCorrected() throws Exception {
        Visitor clerk = node.signedIn("clerk");
        TestDraws.publish(node, folder, "42", "2026-11-14", 2, 3);
        handOver(clerk, "42", "2");
        post(update("e1", "OFD", "2026-11-20T07:00:00Z", 1));
        await().until(() -> told() == 1);
        TestParcels.takeBack(clerk, node, "T1", "mistaken");
        assertThat(mailbox.to(ADA)).as("the code").hasSize(1);

        handOver(clerk, "41", "1");

        assertThat(mailbox.awaitTo(ADA, 2).getLast().subject()).isEqualTo("Something that you won is being delivered");
    }

    /// Staff undo a slip by handing the same over again.
    @Test
    void comeOnceHoweverOftenTheParcelIsTakenBack() throws Exception {
        Visitor clerk = node.signedIn("clerk");
        handOver(clerk, "41", "1");
        post(update("e1", "OFD", "2026-11-20T07:00:00Z", 1));
        mailbox.awaitTo(ADA, 2);
        TestParcels.takeBack(clerk, node, "T1", "mistaken");

        handOver(clerk, "41", "1");

        await().until(() -> told() == 1);
        post(update("e2", "D1", "2026-11-20T09:00:00Z", 1));
        assertThat(mailbox.awaitTo(ADA, 3))
                .extracting(Mail::subject)
                .endsWith("Something that you won is being delivered", "Something that you won has arrived")
                .hasSize(3);
    }

    /// Of all that is known when a parcel is handed in, the last is what its winner has to know.
    @Test
    void tellTheLastOfWhatComesAtOnce() throws Exception {
        post(
                update("e1", "OFD", "2026-11-20T07:00:00Z", 1),
                update("e2", "F", "2026-11-20T09:00:00Z", 1),
                update("e3", "RTS", "2026-11-21T07:00:00Z", 2),
                update("e4", "D1", "2026-11-21T09:00:00Z", 2));

        handOver();

        await().until(() -> told() == 4);
        assertMailed("Something that you won is on its way back");
    }

    @Test
    void tellNothingThatIsOld() throws Exception {
        handOver();
        post(update("e2", "D1", "2026-11-20T09:00:00Z", 1));
        mailbox.awaitTo(ADA, 2);

        post(update("e1", "OFD", "2026-11-20T07:00:00Z", 1));

        await().until(() -> told() == 2);
        post(update("e3", "RTS", "2026-11-21T07:00:00Z", 2));
        assertThat(mailbox.awaitTo(ADA, 3))
                .as("the code, the arrival and the return")
                .hasSize(3);
    }

    /// What becomes of a parcel on its way back to us, or after that, is nothing that happens to its winner.
    @Test
    void tellNothingOfTheWayBack() throws Exception {
        handOver();
        post(
                update("e1", "RTS", "2026-11-20T07:00:00Z", 2),
                update("e2", "OFD", "2026-11-20T09:00:00Z", 2),
                update("e3", "D1", "2026-11-20T11:00:00Z", 2));
        await().until(() -> told() == 3);
        TestParcels.takeBack(node.signedIn("clerk"), node, "T1", "returned");
        post(update("e4", "D1", "2026-11-21T09:00:00Z", 3));

        assertMailed("Something that you won is on its way back");
    }

    /// Carriers may call the way back another leg, or only that.
    @Test
    void tellNothingOfTheWayBackOnAnotherLeg() throws Exception {
        handOver();
        postAndAwaitTold(1, update("e1", "RTS", "2026-11-20T07:00:00Z", 1));
        postAndAwaitTold(2, update("e2", "D1", "2026-11-20T11:00:00Z", 2));

        assertMailed("Something that you won is on its way back");
    }

    /// Carriers have several codes for one thing, and no seconds.
    @Test
    void comeOnceOfEventsThatAreTheSame() throws Exception {
        handOver();
        post(update("e1", "D1", "2026-11-20T07:00:00Z", 1), update("e2", "D1", "2026-11-20T07:00:00Z", 1));
        await().until(() -> told() == 2);

        assertMailed("Something that you won has arrived");
    }

    /// What was told of another leg is a return once it is known that the parcel had arrived.
    @Test
    void tellOfAReturnThatWasTakenForAnotherAttempt() throws Exception {
        handOver();
        post(update("e2", "OFD", "2026-11-20T11:00:00Z", 2));
        mailbox.awaitTo(ADA, 2);
        postAndAwaitTold(2, update("e1", "D1", "2026-11-20T07:00:00Z", 1));

        assertMailed("Something that you won is being delivered", "Something that you won is on its way back");
    }

    /// What waits for a mail server is overtaken by what happens in the meantime.
    @Test
    void tellTheLastOfWhatHappenedWhileNoMailGotOut() throws Exception {
        handOver();
        mailbox.stop();
        postAndAwaitTold(1, update("e1", "OFD", "2026-11-20T07:00:00Z", 1));
        postAndAwaitTold(2, update("e2", "D1", "2026-11-20T09:00:00Z", 1));

        mailbox.startAgain();

        assertMailed("Something that you won has arrived");
    }

    @Test
    void tellNothingOfAMistakeThatIsMendedBeforeMailGetsOut() throws Exception {
        Visitor clerk = node.signedIn("clerk");
        handOver(clerk, "41", "1");
        mailbox.stop();
        postAndAwaitTold(1, update("e1", "OFD", "2026-11-20T07:00:00Z", 1));
        TestParcels.takeBack(clerk, node, "T1", "mistaken");

        mailbox.startAgain();

        assertMailed();
        handOver(clerk, "41", "1");
        assertThat(mailbox.awaitTo(ADA, 3).getLast().subject())
                .as("it was right after all")
                .isEqualTo("Something that you won is being delivered");
    }

    /// Sees that these are the mails about parcels, and no others: a draw is published now, and when its mail comes,
    /// all those that waited before it are out.
    ///
    /// @return all mails, the code with which they began among them
    private List<Mail> assertMailed(String... subjects) throws IOException {
        TestDraws.publish(node, folder, "42", "2026-11-14", 1, 3);
        List<Mail> mails = mailbox.awaitTo(ADA, subjects.length + 2);
        List<String> expected = new ArrayList<>(List.of("Your code"));
        expected.addAll(List.of(subjects));
        expected.add("There is something to see in your account");
        assertThat(mails).extracting(Mail::subject).containsExactlyElementsOf(expected);
        return mails;
    }

    private void handOver() {
        handOver(node.signedIn("clerk"), "41", "1");
    }

    private static void handOver(Visitor clerk, String draw, String winner) {
        HttpResponse<String> answer = TestParcels.handOver(clerk, draw, winner, "Gift hamper", "T1");
        assertThat(answer.statusCode()).isEqualTo(302);
    }

    private void postAndAwaitTold(long events, String update) throws IOException, InterruptedException {
        await().until(() -> told() == events - 1);
        post(update);
        await().until(() -> told() == events);
    }

    private void post(String... updates) throws IOException, InterruptedException {
        TestParcels.post(carrier, node, updates);
    }

    private static String update(String eventId, String code, String time, int leg) {
        return TestParcels.update(eventId, "T1", code, time, leg);
    }

    private long told() {
        return node.bean(JdbcClient.class)
                .sql("select count(*) from parcel_events where noticed_at is not null")
                .query(Long.class)
                .single();
    }
}
