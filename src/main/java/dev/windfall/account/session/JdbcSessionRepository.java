package dev.windfall.account.session;

import dev.windfall.account.SignInEnd;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcSessionRepository implements SessionRepository {

    private final JdbcClient jdbc;

    JdbcSessionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<SigningKey> keys() {
        return jdbc.sql("""
                        select id, secret
                          from signing_keys
                          order by id
                        """)
                .query((row, _) -> SigningKey.of(row.getInt("id"), row.getBytes("secret")))
                .list();
    }

    @Override
    public void addKey(SigningKey key) {
        jdbc.sql("""
                        insert into signing_keys (id, secret)
                          values (:id, :secret)
                          on conflict do nothing
                        """)
                .param("id", key.id())
                .param("secret", key.secret().getEncoded())
                .update();
    }

    @Override
    public List<RecordedEnd> endsSince(Instant since) {
        return jdbc.sql("""
                        select subject, through_generation, recorded_at
                          from sign_in_ends
                          where recorded_at >= :since
                          order by recorded_at
                        """)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query((row, _) -> recordedEnd(row))
                .list();
    }

    private static RecordedEnd recordedEnd(ResultSet row) throws SQLException {
        var end = new SignInEnd(row.getString("subject"), row.getInt("through_generation"));
        return new RecordedEnd(
                end, row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }

    @Override
    public void record(SignInEnd end) {
        jdbc.sql("""
                        insert into sign_in_ends (subject, through_generation)
                          values (:subject, :generation)
                          on conflict (subject) do update
                            set through_generation =
                                  greatest(sign_in_ends.through_generation, excluded.through_generation),
                                recorded_at = clock_timestamp()
                        """)
                .param("subject", end.subject())
                .param("generation", end.throughGeneration())
                .update();
    }

    @Override
    public void forgetEndsOlderThan(Duration age) {
        jdbc.sql("""
                        delete from sign_in_ends
                          where recorded_at < clock_timestamp() - :seconds * interval '1 second'
                        """).param("seconds", age.toSeconds()).update();
    }
}
