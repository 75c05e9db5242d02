package dev.windfall.notice;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What is to be mailed. It gets in with the transaction that calls for it, and out by whichever node comes first.
@Repository
public class Outbox {

    /// Ends an insert into the notices: what was told, or waits to be, stays as it is, and what was dropped waits
    /// again.
    static final String UNLESS_TOLD = """
            on conflict (subscriber_id, kind, about) do update
              set stored_at = now(), due_at = now(), attempts = 0, outcome = null, ended_at = null
              where notices.outcome = 'dropped'
            """;

    private final JdbcClient jdbc;

    Outbox(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Puts these in for those who want mail, the first of them to be sent first; what somebody was told before is
    /// left out. One that is just being mailed is waited for: it may have to be told again.
    ///
    /// @param notices of which no two say the same to one subscriber
    public void add(List<Notice> notices) {
        if (notices.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into notices (subscriber_id, kind, about, details)
                          select subscriber_id, kind, about, details
                            from unnest(:subscribers, :kinds, :abouts, :details) with ordinality
                              as told (subscriber_id, kind, about, details, place)
                            join mail_addresses using (subscriber_id)
                            where address is not null
                            order by place
                        """ + UNLESS_TOLD)
                .param("subscribers", notices.stream().map(Notice::subscriber).toArray(Integer[]::new))
                .param("kinds", texts(notices, Notice::kind))
                .param("abouts", texts(notices, Notice::about))
                .param("details", texts(notices, Notice::details))
                .update();
    }

    private static String[] texts(List<Notice> notices, Function<Notice, String> text) {
        return notices.stream().map(text).toArray(String[]::new);
    }

    /// A notice whose time has come.
    ///
    /// @param messageId the mail's own, the same at each attempt
    /// @param address to which it goes; null if its subscriber wants no mail any more, or can't sign in
    /// @param language a BCP 47 tag
    /// @param unsubscribeKey by which mail can be ended; null where that makes no sense
    /// @param attempts those that failed
    record Due(
            long id,
            UUID messageId,
            Notice notice,
            @Nullable String address,
            String language,
            @Nullable UUID unsubscribeKey,
            int attempts) {

        String kind() {
            return notice.kind();
        }

        String details() {
            return notice.details();
        }
    }

    /// The next one, for this transaction alone: others get the one after it. Should this node die, all of them may
    /// have it again.
    Optional<Due> next() {
        return jdbc.sql("""
                        select notice.id, notice.message_id, notice.subscriber_id, notice.kind, notice.about,
                               notice.attempts, reader.language,
                               case
                                 when subscriber.disabled then null
                                 when kind = 'address' then reader.asked_address
                                 else reader.address
                               end as address,
                               case when kind = 'address' then reader.code else notice.details end as details,
                               case when kind <> 'address' then reader.unsubscribe_key end as unsubscribe_key
                          from notices notice
                          join mail_addresses reader using (subscriber_id)
                          join subscribers subscriber on subscriber.id = notice.subscriber_id
                          where notice.ended_at is null and notice.due_at <= now()
                          order by notice.due_at, notice.id
                          limit 1
                          for update of notice skip locked
                        """)
                .query((row, _) -> new Due(
                        row.getLong("id"),
                        row.getObject("message_id", UUID.class),
                        new Notice(
                                row.getInt("subscriber_id"),
                                row.getString("kind"),
                                row.getString("about"),
                                row.getString("details")),
                        row.getString("address"),
                        row.getString("language"),
                        row.getObject("unsubscribe_key", UUID.class),
                        row.getInt("attempts")))
                .optional();
    }

    enum Outcome {
        SENT,
        FAILED,
        /// Its subscriber wants no mail any more, or it is not so any more. Should it become so again, it is told.
        DROPPED;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    void end(Due due, Outcome outcome) {
        jdbc.sql("update notices set ended_at = now(), outcome = :outcome where id = :id")
                .param("outcome", outcome.key())
                .param("id", due.id())
                .update();
    }

    /// Tries again later, unless that has gone on for too long.
    ///
    /// @return whether it is tried again
    boolean postpone(Due due, Duration wait, Duration patience) {
        return jdbc.sql("""
                        update notices
                          set attempts = attempts + 1, due_at = now() + make_interval(secs => :wait)
                          where id = :id and stored_at > now() - make_interval(secs => :patience)
                        """)
                        .param("wait", wait.toSeconds())
                        .param("patience", patience.toSeconds())
                        .param("id", due.id())
                        .update()
                == 1;
    }

    /// Forgets what was told long ago.
    void forget(Duration age) {
        jdbc.sql("delete from notices where ended_at < now() - make_interval(secs => :age)")
                .param("age", age.toSeconds())
                .update();
    }

    /// How much is due, and since when.
    ///
    /// @param oldestSeconds 0 if nothing is
    record Backlog(long count, double oldestSeconds) {}

    Backlog backlog() {
        return jdbc.sql("""
                        select count(*) as count,
                               coalesce(extract(epoch from now() - min(stored_at)), 0) as oldest_seconds
                          from notices
                          where ended_at is null
                        """)
                .query((row, _) -> new Backlog(row.getLong("count"), row.getDouble("oldest_seconds")))
                .single();
    }
}
