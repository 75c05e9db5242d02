package dev.windfall.publishing;

import dev.windfall.draw.SubscriptionPeriod;
import dev.windfall.publishing.file.DeclaredDraw;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Lets one at a time take a step with a draw: who claims it has it until the caller's transaction ends.
@Repository
public class Claims {

    private final JdbcClient jdbc;

    Claims(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The draw of that number, created if there is none, and nobody else's until the transaction ends.
    public Claim claim(DeclaredDraw draw) {
        limitWaiting();
        jdbc.sql("""
                        insert into draws (subscription_period_id, number, date)
                        values (:period, :number, :date)
                        on conflict (number) do nothing
                        """)
                .param("period", SubscriptionPeriod.of(draw.date()).id())
                .param("number", draw.number())
                .param("date", draw.date())
                .update();
        return claim(draw.number()).orElseThrow();
    }

    /// The draw of that number, nobody else's until the transaction ends; empty if there is none.
    Optional<Claim> claim(String number) {
        limitWaiting();
        return jdbc.sql("select id from draws where number = :number for update")
                .param("number", number)
                .query(Integer.class)
                .optional()
                .map(this::claimed);
    }

    /// The draw that a version belongs to, nobody else's until the transaction ends; empty if the version is gone.
    Optional<Claim> claimDrawOf(int versionId) {
        return jdbc.sql("""
                        select draw.number
                          from draws draw
                          join draw_versions version on version.draw_id = draw.id
                          where version.id = :version
                        """)
                .param("version", versionId)
                .query(String.class)
                .optional()
                .flatMap(this::claim);
    }

    /// Whoever finds the draw in other hands is to be told soon, not when a long import has ended.
    private void limitWaiting() {
        jdbc.sql("set local lock_timeout = '10s'").update();
    }

    /// A statement of its own: one that had waited for the lock would see the versions as they were before.
    private Claim claimed(int drawId) {
        return jdbc.sql("""
                        select draw.id, draw.number, draw.date, draw.published_version_id,
                               exists (select
                                         from draw_versions
                                         where draw_id = draw.id and published_at is not null) as was_published,
                               draft.id as draft_id, draft.version, draft.imported_at, draft.imported_by,
                               draft.checked_at, draft.approved_by
                          from draws draw
                          left join draw_versions draft on draft.draw_id = draw.id and draft.published_at is null
                          where draw.id = :draw
                        """)
                .param("draw", drawId)
                .query((row, number) -> claim(row))
                .single();
    }

    /// The numbers of the draws that are checked and not approved, by date.
    List<String> checkedDraws() {
        return drawNumbers("version.checked_at is not null and version.approved_at is null");
    }

    /// The numbers of the draws that are approved and not published, by date.
    List<String> approvedDraws() {
        return drawNumbers("version.approved_at is not null");
    }

    private List<String> drawNumbers(String condition) {
        return jdbc.sql("""
                        select draw.number
                          from draws draw
                          join draw_versions version on version.draw_id = draw.id
                          where version.published_at is null and %s
                          order by draw.date, draw.id
                        """.formatted(condition))
                .query((row, number) -> row.getString("number"))
                .list();
    }

    private static Claim claim(ResultSet row) throws SQLException {
        int published = row.getInt("published_version_id");
        return new Claim(
                row.getInt("id"),
                row.getString("number"),
                row.getObject("date", LocalDate.class),
                published == 0 ? OptionalInt.empty() : OptionalInt.of(published),
                row.getBoolean("was_published"),
                row.getInt("draft_id") == 0 ? Optional.empty() : Optional.of(draft(row)));
    }

    private static Claim.Draft draft(ResultSet row) throws SQLException {
        return new Claim.Draft(
                row.getInt("draft_id"),
                row.getInt("version"),
                row.getObject("imported_at") == null ? Optional.empty() : Optional.of(row.getString("imported_by")),
                row.getObject("checked_at") != null,
                Optional.ofNullable(row.getString("approved_by")));
    }
}
