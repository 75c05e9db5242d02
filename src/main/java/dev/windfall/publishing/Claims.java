package dev.windfall.publishing;

import dev.windfall.audit.AuditedVersions;
import dev.windfall.draw.SubscriptionPeriod;
import dev.windfall.publishing.file.DeclaredDraw;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Lets one at a time take a step with a draw: who claims it has it until the caller's transaction ends.
@Repository
public class Claims {

    /// Of SQL: somebody else had what was waited for, for too long.
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    /// Who takes a step is to be told soon that the draw is in other hands.
    private static final Duration OF_A_STEP = Duration.ofSeconds(10);

    /// An import has worked for minutes, and doesn't give that up for a publication that waits for a long report.
    private static final Duration OF_AN_IMPORT = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final AuditedVersions audited;

    Claims(JdbcClient jdbc, AuditedVersions audited) {
        this.jdbc = jdbc;
        this.audited = audited;
    }

    /// The draw of that number, created if there is none, for an import that reads its files before it takes the draw
    /// over by [#takeOver(String)]. No other import of the draw comes in between; other steps do, for an urgent
    /// withdrawal can't wait for millions of winners.
    ///
    /// @throws DrawBusy if another import has it
    public Claim reserve(DeclaredDraw draw) {
        waiting(
                draw.number(),
                OF_A_STEP,
                () -> jdbc.sql("select pg_advisory_xact_lock(hashtextextended('import of draw ' || :number, 0))")
                        .param("number", draw.number())
                        .query((row, number) -> true)
                        .single());
        create(draw);
        return find(draw.number()).map(this::look).orElseThrow();
    }

    /// The draw of that number for the import that reserved it, nobody else's until the transaction ends; empty if
    /// somebody discarded it meanwhile.
    ///
    /// @throws DrawBusy if somebody else has it for minutes
    public Optional<Claim> takeOver(String number) {
        return claim(number, OF_AN_IMPORT);
    }

    /// The draw of that number, nobody else's until the transaction ends; empty if there is none.
    ///
    /// @throws DrawBusy if somebody else has it for many seconds
    Optional<Claim> claim(String number) {
        return claim(number, OF_A_STEP);
    }

    private Optional<Claim> claim(String number, Duration patience) {
        return waiting(
                number,
                patience,
                () -> jdbc.sql("select id from draws where number = :number for update")
                        .param("number", number)
                        .query(Integer.class)
                        .optional()
                        .map(this::look));
    }

    /// Unless there is such a draw.
    private void create(DeclaredDraw draw) {
        jdbc.sql("""
                        insert into draws (subscription_period_id, number, date, last_version)
                        values (:period, :number, :date, :lastVersion)
                        on conflict (number) do nothing
                        """)
                .param("period", SubscriptionPeriod.of(draw.date()).id())
                .param("number", draw.number())
                .param("date", draw.date())
                .param("lastVersion", audited.last(draw.number()))
                .update();
    }

    private Optional<Integer> find(String number) {
        return jdbc.sql("select id from draws where number = :number")
                .param("number", number)
                .query(Integer.class)
                .optional();
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

    /// For as long as the transaction lasts, other locks included.
    private <T> T waiting(String drawNumber, Duration patience, Supplier<T> claim) {
        jdbc.sql("set local lock_timeout = %d".formatted(patience.toMillis())).update();
        try {
            return claim.get();
        } catch (UncategorizedSQLException e) {
            if (e.getCause() instanceof SQLException cause && LOCK_NOT_AVAILABLE.equals(cause.getSQLState())) {
                throw new DrawBusy(drawNumber, e);
            }
            throw e;
        }
    }

    /// A statement of its own: one that had waited for the lock would see the versions as they were before.
    private Claim look(int drawId) {
        return jdbc.sql("""
                        select draw.id, draw.number, draw.date, draw.published_version_id,
                               exists (select
                                         from draw_versions
                                         where draw_id = draw.id and published_at is not null) as was_published,
                               draft.id as draft_id, draft.version, draft.date as draft_date, draft.imported_at, draft.imported_by,
                               draft.checked_at, draft.approved_by
                          from draws draw
                          left join draw_versions draft on draft.draw_id = draw.id and draft.published_at is null
                          where draw.id = :draw
                        """)
                .param("draw", drawId)
                .query((row, number) -> claim(row))
                .single();
    }

    /// The numbers of the draws that are approved and not published, by date.
    List<String> approvedDraws() {
        return jdbc.sql("""
                        select draw.number
                          from draws draw
                          join draw_versions version on version.draw_id = draw.id
                          where version.published_at is null and version.approved_at is not null
                          order by draw.date, draw.id
                        """).query((row, number) -> row.getString("number")).list();
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
                row.getObject("draft_date", LocalDate.class),
                row.getObject("imported_at") == null ? Optional.empty() : Optional.of(row.getString("imported_by")),
                row.getObject("checked_at") != null,
                Optional.ofNullable(row.getString("approved_by")));
    }
}
