package dev.windfall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.windfall.notice.Mailbox;
import dev.windfall.notice.Mailbox.Mail;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The program is killed again and again between storing what carriers tell and mailing it.
class KilledSenderProofTests {

    private static final String ADDRESS = "ada@reader.example";
    private static final int KILLS = 50;
    private static final int KILLS_WHILE_SENDING = 10;
    private static final int EVENTS_A_KILL = 20;

    /// Within which a kill comes after new events were stored: before they are noticed, while, or after.
    private static final Duration SPAN = Duration.ofMillis(120);

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final String url = TestDatabase.createUrl();
    private final JdbcClient jdbc = JdbcClient.create(TestDatabase.at(url));
    private final Random random = new Random(20_261_123);
    private int events;

    @Test
    void losesNoNoticeAndSendsNoneTwice(@TempDir Path folder) throws Exception {
        prepare();
        int unnoticed = 0;
        int noticed = 0;
        try (var mailbox = new Mailbox();
                var node = new NodeProcess(folder, url, 256, settings(mailbox))) {
            mailbox.stop();
            node.awaitReady();
            for (int kill = 0; kill < KILLS; kill++) {
                int before = waiting();
                store();
                LockSupport.parkNanos((long) (random.nextDouble() * SPAN.toNanos()));
                node.process().destroyForcibly().waitFor();
                if (waiting() == before) {
                    unnoticed++;
                } else {
                    noticed++;
                }
                node.startAgain();
                // all that was stored before is in the outbox, so that the next kill meets what is new
                await().atMost(PATIENCE).until(() -> waiting() == events);
            }
            assertThat(mailbox.mails()).isEmpty();

            mailbox.startAgain();

            // the node may have paused for a minute
            await().atMost(PATIENCE).until(() -> waiting() == 0);
            List<Mail> mails = mailbox.to(ADDRESS);
            assertThat(mails).extracting(Mail::id).doesNotHaveDuplicates();
            assertThat(mailbox.mails()).hasSize(KILLS * EVENTS_A_KILL);
        }
        System.out.printf(
                "proof killed-sender: %d kills, %d before what was stored was in the outbox and %d after it; "
                        + "%,d notices were mailed, each once%n",
                KILLS, unnoticed, noticed, events);
    }

    /// What the server took in the moment in which the node died can't be known to have been taken: of each kill that
    /// is one mail at most, and its reader's program knows it by its id.
    @Test
    void losesNoNoticeInTheMiddleOfSending(@TempDir Path folder) throws Exception {
        prepare();
        try (var mailbox = new Mailbox();
                var node = new NodeProcess(folder, url, 256, settings(mailbox))) {
            node.awaitReady();
            for (int kill = 0; kill < KILLS_WHILE_SENDING; kill++) {
                int before = mailbox.mails().size();
                store();
                await().atMost(PATIENCE)
                        .pollInterval(Duration.ofMillis(1))
                        .until(() -> mailbox.mails().size() > before);
                LockSupport.parkNanos((long) (random.nextDouble() * SPAN.toNanos()));
                node.process().destroyForcibly().waitFor();
                node.startAgain();
                await().atMost(PATIENCE).until(() -> noticed() == events && waiting() == 0);
            }
            Set<String> ids = mailbox.mails().stream().map(Mail::id).collect(Collectors.toSet());
            assertThat(ids).hasSize(events);
            int twice = mailbox.mails().size() - events;
            assertThat(twice).isLessThanOrEqualTo(KILLS_WHILE_SENDING);
            System.out.printf(
                    "proof killed-sender: %d kills while mails went out; none of %d was lost, %d came twice under one id%n",
                    KILLS_WHILE_SENDING, events, twice);
        }
    }

    private Map<String, String> settings(Mailbox mailbox) {
        return Map.of(
                "SPRING_MAIL_HOST", "127.0.0.1",
                "SPRING_MAIL_PORT", Integer.toString(mailbox.port()),
                "WINDFALL_NOTICES_FROM", "lottery@windfall.example",
                "WINDFALL_NOTICES_SITE", "https://windfall.example",
                "WINDFALL_NOTICES_PER_SECOND", "1000",
                "WINDFALL_NOTICES_POLL_INTERVAL", "50ms",
                "JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
    }

    /// A subscriber who wants mail, and a draw of which he has parcels.
    private void prepare() {
        for (String statement : List.of(
                "insert into subscription_periods values (202610)",
                "insert into draws (subscription_period_id, number, date) values (202610, '1', '2026-10-31')",
                "insert into subscribers (id, name) values (1, 'Ada')",
                "insert into mail_addresses (subscriber_id, address, language) values (1, '%s', 'en-GB')"
                        .formatted(ADDRESS))) {
            jdbc.sql(statement).update();
        }
    }

    /// As the intake does: some events of new parcels, in one transaction.
    private void store() {
        int first = events + 1;
        events += EVENTS_A_KILL;
        Map<String, Integer> span = Map.of("first", first, "last", events);
        jdbc.sql("""
                        with parcels as (
                          insert into shipments (draw_id, subscriber_id, tier, place, carrier, tracking_number,
                                                 handed_over_at, handed_over_by)
                            select (select id from draws), 1, 'Gift hamper', n, 'swift', 'T' || n, now(), 'test'
                              from generate_series(:first, :last) n)
                        insert into parcel_events (carrier, event_id, tracking_number, leg, event_type, occurred_at)
                          select 'swift', 'e' || n, 'T' || n, 1, 'delivered', now()
                            from generate_series(:first, :last) n
                        """).params(span).update();
    }

    private int noticed() {
        return jdbc.sql("select count(*) from notices").query(Integer.class).single();
    }

    /// Notices in the outbox.
    private int waiting() {
        return jdbc.sql("select count(*) from notices where ended_at is null")
                .query(Integer.class)
                .single();
    }
}
