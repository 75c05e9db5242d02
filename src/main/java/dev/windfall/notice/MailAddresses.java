package dev.windfall.notice;

import dev.windfall.language.Language;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Who wants mail, and where. An address counts once whoever asked for it knows the code that was sent there.
@Repository
class MailAddresses {

    /// The notice that brings a code.
    private static final String CODE_NOTICE = "address";

    private static final Duration CODE_VALID = Duration.ofDays(1);

    /// Then another code has to be asked for.
    private static final int MAX_TRIES = 5;

    /// So that nobody's mailbox can be filled with codes.
    private static final int MAX_CODES_A_DAY = 3;

    private static final int CODES = 100_000_000;

    /// All mail to whoever it is said of.
    private static final String END = """
            update mail_addresses
              set address = null, asked_address = null, code = null, asked_at = null
            """;

    private final JdbcClient jdbc;
    private final SecureRandom random = new SecureRandom();

    MailAddresses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// How things stand with a subscriber.
    ///
    /// @param address where mail goes; null if none does
    /// @param asked for which a code is waited; null if for none
    record State(@Nullable String address, @Nullable String asked) {
        static final State NONE = new State(null, null);
    }

    State of(int subscriber) {
        return jdbc.sql("select address, asked_address from mail_addresses where subscriber_id = :subscriber")
                .param("subscriber", subscriber)
                .query((row, _) -> new State(row.getString("address"), row.getString("asked_address")))
                .optional()
                .orElse(State.NONE);
    }

    /// Sends a code to an address. Until it is given, mail goes where it went before.
    ///
    /// @return false if there were too many codes today
    @Transactional
    public boolean ask(int subscriber, String address, Language language) {
        lock(subscriber, language);
        if (codesToday(subscriber) >= MAX_CODES_A_DAY) {
            return false;
        }
        jdbc.sql("""
                        update mail_addresses
                          set language = :language, asked_address = :address, code = :code, asked_at = now(), tries = 0
                          where subscriber_id = :subscriber
                        """)
                .param("subscriber", subscriber)
                .param("language", language.tag())
                .param("address", address)
                .param("code", "%08d".formatted(random.nextInt(CODES)))
                .update();
        // before all that waits to be mailed: somebody sits there and waits for it
        jdbc.sql("""
                        insert into notices (subscriber_id, kind, about, due_at)
                          values (:subscriber, :kind, gen_random_uuid(), 'epoch')
                        """).param("subscriber", subscriber).param("kind", CODE_NOTICE).update();
        return true;
    }

    /// Has requests of one subscriber wait for each other, the first included.
    private void lock(int subscriber, Language language) {
        jdbc.sql("""
                        insert into mail_addresses (subscriber_id, language)
                          values (:subscriber, :language)
                          on conflict do nothing
                        """)
                .param("subscriber", subscriber)
                .param("language", language.tag())
                .update();
        jdbc.sql("select subscriber_id from mail_addresses where subscriber_id = :subscriber for update")
                .param("subscriber", subscriber)
                .query(Integer.class)
                .single();
    }

    private int codesToday(int subscriber) {
        return jdbc.sql("""
                        select count(*)
                          from notices
                          where subscriber_id = :subscriber and kind = :kind and stored_at > now() - interval '1 day'
                        """)
                .param("subscriber", subscriber)
                .param("kind", CODE_NOTICE)
                .query(Integer.class)
                .single();
    }

    /// Has mail go to the address that was asked for, if this is the code that was sent there.
    ///
    /// @return whether it was
    @Transactional
    public boolean confirm(int subscriber, String code) {
        boolean right = jdbc.sql("""
                        update mail_addresses
                          set address = asked_address, asked_address = null, code = null, asked_at = null
                          where subscriber_id = :subscriber
                            and code = :code
                            and tries < :most
                            and asked_at > now() - make_interval(secs => :valid)
                        """)
                        .param("subscriber", subscriber)
                        .param("code", code)
                        .param("most", MAX_TRIES)
                        .param("valid", CODE_VALID.toSeconds())
                        .update()
                == 1;
        if (!right) {
            jdbc.sql("""
                            update mail_addresses
                              set tries = tries + 1
                              where subscriber_id = :subscriber and code is not null and tries < :most
                            """)
                    .param("subscriber", subscriber)
                    .param("most", MAX_TRIES)
                    .update();
        }
        return right;
    }

    /// Ends all mail to a subscriber. That he had some is remembered, so that codes can't be had without end.
    void end(int subscriber) {
        jdbc.sql(END + "where subscriber_id = :subscriber")
                .param("subscriber", subscriber)
                .update();
    }

    /// The same by the key that stands in each of his mails. One that is nobody's ends nothing.
    void end(UUID unsubscribeKey) {
        jdbc.sql(END + "where unsubscribe_key = :key")
                .param("key", unsubscribeKey)
                .update();
    }
}
