package dev.windfall.publishing;

import dev.windfall.csv.FileDigest;
import dev.windfall.csv.Findings;
import dev.windfall.draw.SubscriptionPeriod;
import dev.windfall.draw.Tier;
import dev.windfall.publishing.file.DeclaredDraw;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Writes what becomes of the versions of a draw. All that writes runs in the transaction that has claimed the draw.
@Repository
public class DrawVersions {

    private final JdbcClient jdbc;
    private final VersionParts parts;

    DrawVersions(JdbcClient jdbc, VersionParts parts) {
        this.jdbc = jdbc;
        this.parts = parts;
    }

    /// A key for a version that is still to be written.
    public VersionKey reserve(int drawId) {
        int id = jdbc.sql("select nextval(pg_get_serial_sequence('draw_versions', 'id'))")
                .query(Integer.class)
                .single();
        return new VersionKey(drawId, id);
    }

    /// Puts a new version in the place of the one that was not published, if there was one. A draw that was never
    /// published gets the version's date at once; another keeps the date that people know until the version is
    /// published.
    ///
    /// @param reason why it replaces a version that was published; null if none was
    /// @return its number
    public NewVersion replaceDraft(
            Claim claim, VersionKey key, DeclaredDraw draw, @Nullable String reason, Instant now) {
        deleteDraft(claim.drawId());
        if (!claim.wasPublished()) {
            setDate(claim.drawId(), draw.date());
        }
        int version = nextVersion(claim.drawId());
        jdbc.sql("""
                        insert into draw_versions (id, draw_id, version, date, declared_at, reason)
                        overriding system value
                        values (:id, :draw, :version, :date, :now, :reason)
                        """)
                .param("id", key.id())
                .param("draw", key.drawId())
                .param("version", version)
                .param("date", draw.date())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("reason", reason, Types.VARCHAR)
                .update();
        parts.insertTiers(key.id(), draw.tiers());
        return new NewVersion(key, version);
    }

    /// The declared prize table of a version.
    public List<Tier> tiers(int version) {
        return parts.tiers(version);
    }

    /// The declared prize tables of the last versions of a draw, by the versions' ids.
    public Map<Integer, List<Tier>> tiersOfDraw(int drawId, int versions) {
        return parts.tiersOfDraw(drawId, versions);
    }

    private void setDate(int drawId, LocalDate date) {
        jdbc.sql("update draws set date = :date, subscription_period_id = :period where id = :draw")
                .param("date", date)
                .param("period", SubscriptionPeriod.of(date).id())
                .param("draw", drawId)
                .update();
    }

    /// Numbers are never given twice, so that the trail of a draw that was imported again can be followed.
    private int nextVersion(int drawId) {
        return jdbc.sql("""
                        update draws
                          set last_version = 1 + greatest(
                            last_version, (select max(version) from draw_versions where draw_id = draws.id))
                          where id = :draw
                          returning last_version
                        """).param("draw", drawId).query(Integer.class).single();
    }

    /// @param doubts what somebody has to confirm; if there is none, the version is checked with that
    public void markImported(VersionKey version, List<FileDigest> files, Findings doubts, Instant now, String actor) {
        OffsetDateTime at = now.atOffset(ZoneOffset.UTC);
        jdbc.sql("""
                        update draw_versions
                          set imported_at = :now, imported_by = :actor, checked_at = :checked, unnamed_doubts = :unnamed
                          where id = :id
                        """)
                .param("now", at)
                .param("actor", actor)
                .param("checked", doubts.isEmpty() ? at : null, Types.TIMESTAMP_WITH_TIMEZONE)
                .param("unnamed", doubts.more())
                .param("id", version.id())
                .update();
        parts.insertFiles(version.id(), files);
        parts.insertDoubts(version.id(), doubts.first());
    }

    public void markConfirmed(int version, String text, Instant now, String actor) {
        jdbc.sql("""
                        update draw_versions
                          set checked_at = :now, confirmed_by = :actor, confirmation = :text
                          where id = :id
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("actor", actor)
                .param("text", text)
                .param("id", version)
                .update();
    }

    void markApproved(int version, Instant now, String actor) {
        jdbc.sql("update draw_versions set approved_at = :now, approved_by = :actor where id = :id")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("actor", actor)
                .param("id", version)
                .update();
    }

    void markPublished(VersionKey version, LocalDate date, long dataVersion, Instant now, String actor) {
        setDate(version.drawId(), date);
        jdbc.sql("""
                        update draw_versions
                          set published_at = :now, published_by = :actor, data_version = :dataVersion
                          where id = :id
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("actor", actor)
                .param("dataVersion", dataVersion)
                .param("id", version.id())
                .update();
        show(version.drawId(), version.id());
    }

    /// @param version null for none
    private void show(int drawId, @Nullable Integer version) {
        jdbc.sql("update draws set published_version_id = :id where id = :draw")
                .param("id", version, Types.INTEGER)
                .param("draw", drawId)
                .update();
    }

    /// Makes a version that shows nothing the latest one.
    ///
    /// @return its number within the draw
    int withdraw(int drawId, String reason, long dataVersion, Instant now, String actor) {
        show(drawId, null);
        int version = nextVersion(drawId);
        jdbc.sql("""
                        insert into draw_versions
                          (draw_id, version, kind, reason, declared_at, published_at, published_by, data_version)
                        values (:draw, :version, 'withdrawal', :reason, :now, :now, :actor, :dataVersion)
                        """)
                .param("draw", drawId)
                .param("version", version)
                .param("reason", reason)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("actor", actor)
                .param("dataVersion", dataVersion)
                .update();
        return version;
    }

    /// Forgets the version that is not published; and the draw, if there was nothing else.
    void discardDraft(Claim claim) {
        deleteDraft(claim.drawId());
        if (!claim.wasPublished()) {
            jdbc.sql("delete from draws where id = :draw")
                    .param("draw", claim.drawId())
                    .update();
        }
    }

    /// The number of the next state of everything declared and published. Transactions queue up here until the one
    /// before is committed, so that the numbers are given in the order of the commits.
    public long nextDataVersion() {
        return jdbc.sql("update data_version set version = version + 1 returning version")
                .query(Long.class)
                .single();
    }

    private void deleteDraft(int drawId) {
        jdbc.sql("delete from draw_versions where draw_id = :draw and published_at is null")
                .param("draw", drawId)
                .update();
    }

    /// @param version counted in the draw from 1
    public record NewVersion(VersionKey key, int version) {}
}
