package dev.windfall.publishing.page;

import dev.windfall.publishing.DrawVersions;
import dev.windfall.publishing.file.FileDigest;
import dev.windfall.publishing.file.Finding;
import dev.windfall.publishing.file.Findings;
import dev.windfall.publishing.page.DrawDossier.Confirmation;
import dev.windfall.publishing.page.DrawDossier.Step;
import dev.windfall.publishing.page.DrawDossier.Version;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Looks up all that there is about one draw.
@Repository
class DrawDossiers {

    private static final int MAX_VERSIONS = 20;

    private final JdbcClient jdbc;
    private final DrawVersions drawVersions;

    DrawDossiers(JdbcClient jdbc, DrawVersions drawVersions) {
        this.jdbc = jdbc;
        this.drawVersions = drawVersions;
    }

    /// @param id the draw's key
    Optional<DrawDossier> find(int id) {
        return jdbc.sql("select id, number, date, published_version_id from draws where id = :id")
                .param("id", id)
                .query((row, _) -> new DrawDossier(
                        id,
                        row.getString("number"),
                        row.getObject("date", LocalDate.class),
                        versions(id, row.getInt("published_version_id"))))
                .optional();
    }

    Optional<DrawDossier> find(String number) {
        return jdbc.sql("select id from draws where number = :number")
                .param("number", number)
                .query(Integer.class)
                .optional()
                .flatMap(this::find);
    }

    /// Newest first.
    ///
    /// @param published the id of the version that everybody sees; 0 if nobody sees one
    private List<Version> versions(int drawId, int published) {
        return jdbc.sql("""
                        select id, version, kind, reason, imported_at, imported_by, checked_at, confirmed_by, confirmation,
                               approved_at, approved_by, published_at, published_by, unnamed_doubts
                          from draw_versions
                          where draw_id = :draw
                          order by version desc
                          limit :limit
                        """)
                .param("draw", drawId)
                .param("limit", MAX_VERSIONS)
                .query((row, _) -> version(row, published))
                .list();
    }

    private Version version(ResultSet row, int published) throws SQLException {
        int id = row.getInt("id");
        return new Version(
                id,
                row.getInt("version"),
                DrawState.of(row, published == id),
                Optional.ofNullable(row.getString("reason")),
                step(row, "imported"),
                step(row, "approved"),
                step(row, "published"),
                confirmation(row),
                drawVersions.tiers(id),
                files(id),
                new Findings(doubts(id), row.getLong("unnamed_doubts")));
    }

    private List<FileDigest> files(int version) {
        return parts(
                "select name, sha256 from version_files where draw_version_id = :version order by ordinal",
                version,
                (row, _) -> new FileDigest(row.getString("name"), row.getString("sha256")));
    }

    private List<Finding> doubts(int version) {
        return parts(
                "select file, line, field, reason from version_doubts where draw_version_id = :version order by ordinal",
                version,
                (row, _) -> new Finding(
                        row.getString("file"), row.getLong("line"), row.getString("field"), row.getString("reason")));
    }

    private <T> List<T> parts(String sql, int version, RowMapper<T> mapper) {
        return jdbc.sql(sql).param("version", version).query(mapper).list();
    }

    private static Optional<Confirmation> confirmation(ResultSet row) throws SQLException {
        String text = row.getString("confirmation");
        return text == null ? Optional.empty() : Optional.of(new Confirmation(row.getString("confirmed_by"), text));
    }

    private static Optional<Step> step(ResultSet row, String step) throws SQLException {
        OffsetDateTime at = row.getObject(step + "_at", OffsetDateTime.class);
        return at == null ? Optional.empty() : Optional.of(new Step(row.getString(step + "_by"), at.toInstant()));
    }
}
