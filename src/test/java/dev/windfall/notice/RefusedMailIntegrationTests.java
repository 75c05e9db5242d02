package dev.windfall.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.windfall.TestDatabase;
import dev.windfall.account.Node;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What becomes of a notice that the mail server does not take, by what the server says.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusedMailIntegrationTests {

    private GrumpyMailServer server;
    private Node node;

    @BeforeAll
    void start() throws IOException {
        server = new GrumpyMailServer();
        node = Node.on(
                        TestDatabase.createUrl(),
                        "spring.mail.host=127.0.0.1",
                        "spring.mail.port=" + server.port(),
                        "windfall.notices.from=lottery@windfall.example",
                        "windfall.notices.site=https://windfall.example",
                        // it is the tests that send
                        "windfall.notices.poll-interval=1h")
                .withAccounts();
    }

    @AfterAll
    void stop() {
        node.close();
        server.close();
    }

    @BeforeEach
    void addANotice() {
        jdbc().sql("truncate mail_addresses cascade").update();
        jdbc().sql(
                        "insert into mail_addresses (subscriber_id, address, language) values (1, 'ada@reader.example', 'de')")
                .update();
        node.bean(Outbox.class).add(List.of(new Notice(1, "delivered", "shipment 1", "")));
    }

    @Test
    void isOverOnceItIsTaken() {
        server.answer("QUIT", "221 bye");
        int before = server.taken();

        assertThat(send()).isTrue();

        assertThat(server.taken()).isEqualTo(before + 1);
        assertThat(outcome()).isEqualTo("sent");
        assertThat(send()).as("there is nothing else").isFalse();
    }

    /// The mail was taken; to send it again would be to send it twice.
    @Test
    void isOverEvenIfTheServerHangsUpAfterwards() {
        server.answer("QUIT", GrumpyMailServer.HANG_UP);
        int before = server.taken();

        send();

        assertThat(server.taken()).isEqualTo(before + 1);
        assertThat(outcome()).isEqualTo("sent");
    }

    @ParameterizedTest
    @CsvSource({
        "RCPT,450 4.2.1 mailbox busy",
        "RCPT,552 5.2.2 mailbox full",
        "RCPT,554 5.7.1 relay access denied",
        "RCPT,550 5.7.1 sender not welcome",
        ".,451 4.3.0 try again later"
    })
    void isTriedAgainLaterAndLater(String command, String answer) {
        server.answer(command, answer);

        send();

        assertThat(outcome()).isEqualTo("waiting");
        assertThat(attempts()).isEqualTo(1);
        assertThat(secondsUntilDue()).isBetween(50.0, 60.0);

        makeDue();
        send();
        assertThat(attempts()).isEqualTo(2);
        assertThat(secondsUntilDue()).isBetween(110.0, 120.0);
    }

    @Test
    void isGivenUpAfterDays() {
        server.answer("RCPT", "450 4.2.1 mailbox busy");
        jdbc().sql("update notices set stored_at = now() - make_interval(secs => :age)")
                .param("age", Duration.ofDays(3).plusMinutes(1).toSeconds())
                .update();

        send();

        assertThat(outcome()).isEqualTo("failed");
    }

    @ParameterizedTest
    @CsvSource({"550 5.1.1 no such user", "551 user not local", "553 5.1.3 bad address"})
    void failsForGoodWhereThereIsNoSuchMailbox(String answer) {
        server.answer("RCPT", answer);

        send();

        assertThat(outcome()).isEqualTo("failed");
    }

    /// What the server holds against us it holds against every mail: no notice is lost by it.
    @ParameterizedTest
    @CsvSource({"MAIL,530 5.7.0 authentication required", "MAIL,550 5.7.1 sender refused", "EHLO,''"})
    void waitsForAServerThatTakesNothingFromUs(String command, String answer) {
        server.answer(command, answer);

        assertThatThrownBy(this::send).isInstanceOf(MailServerAway.class);

        assertThat(outcome()).isEqualTo("waiting");
        assertThat(attempts()).isZero();
        assertThat(secondsUntilDue()).isNegative();
    }

    @Test
    void isDroppedForWhoCantSignIn() {
        server.answer("QUIT", "221 bye");
        jdbc().sql("update subscribers set disabled = true where id = 1").update();
        try {
            send();
            assertThat(outcome()).isEqualTo("dropped");
        } finally {
            jdbc().sql("update subscribers set disabled = false where id = 1").update();
        }
    }

    private boolean send() {
        return node.bean(NoticeSender.class).sendNext();
    }

    private void makeDue() {
        jdbc().sql("update notices set due_at = now()").update();
    }

    private String outcome() {
        return jdbc().sql("select coalesce(outcome, 'waiting') from notices")
                .query(String.class)
                .single();
    }

    private int attempts() {
        return jdbc().sql("select attempts from notices").query(Integer.class).single();
    }

    private double secondsUntilDue() {
        return jdbc().sql("select extract(epoch from due_at - now()) from notices")
                .query(Double.class)
                .single();
    }

    private JdbcClient jdbc() {
        return node.bean(JdbcClient.class);
    }
}
