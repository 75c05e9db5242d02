package dev.windfall.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.store.FolderException;
import dev.windfall.TestDatabase;
import dev.windfall.TestDraws;
import dev.windfall.account.Node;
import dev.windfall.account.Visitor;
import dev.windfall.notice.Mailbox.Mail;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// From a publication to the mailbox, by a real mail server.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NoticesIntegrationTests {

    private static final String ADA = "ada@reader.example";
    private static final String BOB = "bob@reader.example";

    private final Mailbox mailbox = new Mailbox();
    private final String url = TestDatabase.createUrl();
    private Node node;
    private Path folder;
    private int draws = 40;

    @BeforeAll
    void start(@TempDir Path files) {
        folder = files;
        node = Node.at(Instant.parse("2026-11-21T12:00:00Z"), url, mailbox.settings())
                .withAccounts();
    }

    @AfterAll
    void stop() {
        node.close();
        mailbox.close();
    }

    @BeforeEach
    void forget() throws FolderException {
        jdbc().sql("truncate mail_addresses cascade").update();
        mailbox.empty();
    }

    @Test
    void goToAnAddressOnceItsOwnerHasGivenTheCode() {
        Visitor ada = node.signedIn("1");
        assertThat(ada.get("/account").body()).contains("href=\"/account/mail\"");

        ask(ada, ADA);
        Mail mail = mailbox.awaitTo(ADA, 1).getFirst();
        assertThat(mail.subject()).isEqualTo("Your code");
        assertThat(mail.from()).isEqualTo("lottery@windfall.example");
        assertThat(mail.unsubscribe()).isEmpty();
        assertThat(ada.get("/account/mail").body()).contains("a code to " + ADA, "You get no mail");

        HttpResponse<String> wrong = give(ada, Mailbox.code(mail).equals("12345678") ? "12345679" : "12345678");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("This code is not right");

        assertThat(give(ada, Mailbox.code(mail)).statusCode()).isEqualTo(302);
        assertThat(ada.get("/account/mail?confirmed").body())
                .contains("Mail goes to " + ADA, "The address is confirmed");
        assertThat(node.signedIn("2").get("/account/mail").body()).doesNotContain(ADA);
    }

    @Test
    void codesCantBeGuessed() {
        Visitor ada = node.signedIn("1");
        ask(ada, ADA);
        String code = Mailbox.code(mailbox.awaitTo(ADA, 1).getFirst());
        IntStream.range(0, 5).forEach(_ -> give(ada, "00000000".equals(code) ? "00000001" : "00000000"));

        assertThat(give(ada, code).statusCode()).isEqualTo(400);
        assertThat(ada.get("/account/mail").body()).contains("You get no mail");
    }

    /// Who asks for codes again and again, and ends the mail in between, fills nobody's mailbox.
    @Test
    void codesAreFewADay() {
        Visitor ada = node.signedIn("1");
        for (int i = 0; i < 3; i++) {
            assertThat(ask(ada, BOB).statusCode()).isEqualTo(302);
            ada.submit("/account/mail", "/account/mail/end");
        }

        HttpResponse<String> refused = ask(ada, BOB);

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.body()).contains("enough codes for today");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ada",
                "ada@",
                "Ada <ada@reader.example>",
                "ada@reader.example, bob@reader.example",
                "ada@reader.example\r\nBcc: bob@reader.example",
                "\"a\r\n b\"@reader.example",
                "ädä@reader.example"
            })
    void goToNothingThatIsNoAddress(String text) {
        HttpResponse<String> refused = ask(node.signedIn("1"), text);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("This is no mail address");
    }

    @Test
    void tellWinnersOfADrawOnceItIsPublished() {
        mailbox.subscribe(node.signedIn("1"), ADA);
        mailbox.subscribe(node.signedIn("2"), BOB);
        String imported = nextDraw();
        TestDraws.bringIn(node, folder, imported, "2026-11-07", 1, 3);
        // what comes after it says that it was not told
        publish(2, 3);
        mailbox.awaitTo(BOB, 2);
        assertThat(mailbox.to(ADA)).hasSize(1);

        TestDraws.publish(node, imported);

        Mail mail = mailbox.awaitTo(ADA, 2).getLast();
        assertThat(mail.subject()).isEqualTo("There is something to see in your account");
        assertThat(mail.text())
                .startsWith("Draw %s is published".formatted(imported))
                .doesNotContain("http", "5.00", "€", "EUR");
        assertThat(mailbox.to(BOB)).hasSize(2);
    }

    @Test
    void tellOfACorrectionOnlyThoseWhoDidNotKnow() {
        mailbox.subscribe(node.signedIn("1"), ADA);
        mailbox.subscribe(node.signedIn("2"), BOB);
        String draw = publish(1, 3);
        mailbox.awaitTo(ADA, 2);

        TestDraws.correct(node, folder, draw, "2026-11-07", 1, 2);

        assertThat(mailbox.awaitTo(BOB, 2).getLast().text()).startsWith("Draw " + draw);
        assertThat(mailbox.to(ADA)).hasSize(2);
    }

    @Test
    void areWrittenInTheLanguageInWhichTheyWereAskedFor() {
        Visitor ada = node.signedIn("1").with("Accept-Language", "de");
        mailbox.subscribe(ada, ADA);
        String draw = publish(1, 3);

        Mail mail = mailbox.awaitTo(ADA, 2).getLast();

        assertThat(mail.subject()).isEqualTo("In Ihrem Konto gibt es etwas zu sehen");
        assertThat(mail.text()).startsWith("Die Ziehung %s ist veröffentlicht".formatted(draw));
    }

    @Test
    void areEndedByTheMailProgram() {
        mailbox.subscribe(node.signedIn("1"), ADA);
        publish(1, 3);
        Mail mail = mailbox.awaitTo(ADA, 2).getLast();
        assertThat(mail.unsubscribePost()).contains("List-Unsubscribe=One-Click");
        assertThat(mail.unsubscribe().orElseThrow()).startsWith("<https://windfall.example/unsubscribe/");

        Visitor program = node.visitor();
        assertThat(program.get(mail.unsubscribePath()).body()).contains("You will get no more mail from us.");
        assertThat(address()).as("what only looks ends nothing").isEqualTo(ADA);

        assertThat(program.post(mail.unsubscribePath(), "", "List-Unsubscribe", "One-Click")
                        .statusCode())
                .isEqualTo(200);
        assertThat(address()).isNull();
        assertThat(program.postFiles(mail.unsubscribePath(), "").statusCode())
                .as("in the form of uploads as well")
                .isEqualTo(200);
        assertThat(program.postFiles("/account/mail/end", "").statusCode()).isEqualTo(415);
        assertThat(node.signedIn("1").get("/account/mail").body()).contains("You get no mail");
    }

    @Test
    void areEndedByTheButtonOfThePage() {
        mailbox.subscribe(node.signedIn("1"), ADA);
        publish(1, 3);
        String path = mailbox.awaitTo(ADA, 2).getLast().unsubscribePath();

        HttpResponse<String> pressed = node.visitor().post(path, "", "from", "page");

        assertThat(pressed.headers().firstValue("Location")).contains(path + "?ended");
        assertThat(address()).isNull();
        assertThat(node.visitor().get("/unsubscribe/of-nobody").statusCode()).isEqualTo(404);
        assertThat(node.visitor()
                        .post("/unsubscribe/00000000-0000-4000-8000-000000000000", "")
                        .statusCode())
                .as("nobody learns which keys there are")
                .isEqualTo(200);
    }

    /// Nobody is told to look at what is not there any more.
    @Test
    void ofADrawThatIsTakenBackAreNotSent() {
        mailbox.subscribe(node.signedIn("1"), ADA);
        mailbox.subscribe(node.signedIn("3"), BOB);
        mailbox.stop();
        String draw = publish(1, 3);
        await().until(() -> outcomes("waiting") == 2);

        TestDraws.correct(node, folder, draw, "2026-11-07", 3, 3);

        await().until(() -> outcomes("dropped") == 1);
        mailbox.startAgain();
        assertThat(mailbox.awaitTo(BOB, 2)).hasSize(2);
        assertThat(mailbox.to(ADA)).hasSize(1);

        TestDraws.correct(node, folder, draw, "2026-11-07", 1, 3);

        assertThat(mailbox.awaitTo(ADA, 2)).as("she was never told").hasSize(2);
        assertThat(mailbox.to(BOB)).as("he was").hasSize(2);
    }

    /// Who ended his mail gets none of what waited either.
    @Test
    void thatWaitAreDroppedWithTheMail() {
        Visitor ada = node.signedIn("1");
        mailbox.subscribe(ada, ADA);
        mailbox.subscribe(node.signedIn("3"), BOB);
        mailbox.stop();
        publish(1, 3);
        await().until(() -> outcomes("waiting") == 2);

        ada.submit("/account/mail", "/account/mail/end");
        mailbox.startAgain();

        mailbox.awaitTo(BOB, 2);
        await().until(() -> outcomes("dropped") == 1);
        assertThat(mailbox.to(ADA)).hasSize(1);
    }

    @Test
    void waitForAMailServerThatIsAway() {
        mailbox.subscribe(node.signedIn("1"), ADA);
        mailbox.stop();
        publish(1, 3);
        await().until(() -> outcomes("waiting") == 1);
        await().until(() -> meters().get("windfall.notices.server.away").gauge().value() == 1);
        assertThat(attempts()).as("it is not the notice's fault").isZero();
        assertThat(node.visitor().get("/actuator/health/readiness").statusCode())
                .isEqualTo(200);

        mailbox.startAgain();

        assertThat(mailbox.awaitTo(ADA, 2)).hasSize(2);
        await().until(() -> outcomes("sent") == 2);
        await().until(() -> meters().get("windfall.notices.server.away").gauge().value() == 0);
    }

    @Test
    void areSentOnceByWhicheverNodeComesFirst() {
        try (var other = Node.at(node.clock().instant(), url, mailbox.settings())) {
            mailbox.subscribe(node.signedIn("1"), ADA);
            double sentBefore = sentBy(node);
            List<Notice> many = IntStream.range(0, 500)
                    .mapToObj(i -> new Notice(1, "delivered", "shipment " + i, ""))
                    .toList();
            node.bean(Outbox.class).add(many);
            other.bean(Outbox.class).add(many);

            assertThat(mailbox.awaitTo(ADA, 501)).extracting(Mail::id).doesNotHaveDuplicates();
            await().until(() -> outcomes("waiting") == 0);
            assertThat(mailbox.to(ADA)).hasSize(501);
            assertThat(sentBy(node)).isGreaterThan(sentBefore);
            assertThat(sentBy(other)).isPositive();
        }
    }

    @Test
    void areOfferedToNobodyWhereNoMailIsSent() {
        try (var silent = Node.on(TestDatabase.createUrl()).withAccounts()) {
            Visitor ada = silent.signedIn("1");
            assertThat(ada.get("/account").body()).doesNotContain("/account/mail");
            assertThat(ada.get("/account/mail").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void areNothingForStaff() {
        Visitor clerk = node.signedIn("clerk");
        assertThat(clerk.get("/account").body()).doesNotContain("/account/mail");
        assertThat(clerk.get("/account/mail").statusCode()).isEqualTo(403);
    }

    /// @return the number of a draw that these have won in
    private String publish(int... subscribers) {
        String draw = nextDraw();
        TestDraws.publish(node, folder, draw, "2026-11-07", subscribers);
        return draw;
    }

    private String nextDraw() {
        return Integer.toString(++draws);
    }

    private static HttpResponse<String> ask(Visitor subscriber, String address) {
        return subscriber.submit("/account/mail", "/account/mail/address", "address", address);
    }

    private static HttpResponse<String> give(Visitor subscriber, String code) {
        return subscriber.submit("/account/mail", "/account/mail/code", "code", code);
    }

    private @Nullable String address() {
        return jdbc().sql("select address from mail_addresses")
                .query(String.class)
                .optional()
                .orElse(null);
    }

    private long outcomes(String outcome) {
        return jdbc().sql("select count(*) from notices where coalesce(outcome, 'waiting') = :outcome")
                .param("outcome", outcome)
                .query(Long.class)
                .single();
    }

    private long attempts() {
        return jdbc().sql("select sum(attempts) from notices").query(Long.class).single();
    }

    private MeterRegistry meters() {
        return node.bean(MeterRegistry.class);
    }

    private static double sentBy(Node node) {
        return node.bean(MeterRegistry.class).find("windfall.notices.mailed").tag("outcome", "sent").counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    private JdbcClient jdbc() {
        return node.bean(JdbcClient.class);
    }
}
