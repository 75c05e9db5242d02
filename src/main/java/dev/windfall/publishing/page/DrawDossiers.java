package dev.windfall.publishing.page;

import dev.windfall.csv.FileDigest;
import dev.windfall.csv.Finding;
import dev.windfall.csv.Findings;
import dev.windfall.draw.Tier;
import dev.windfall.publishing.DrawVersions;
import dev.windfall.publishing.page.DrawDossier.Confirmation;
import dev.windfall.publishing.page.DrawDossier.Step;
import dev.windfall.publishing.page.DrawDossier.Version;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
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
        return idOf(number).flatMap(this::find);
    }

    private Optional<Integer> idOf(String number) {
        return jdbc.sql("select id from draws where number = :number")
                .param("number", number)
                .query(Integer.class)
                .optional();
    }

    /// Newest first.
    ///
    /// @param published the id of the version that everybody sees; 0 if nobody sees one
    private List<Version> versions(int drawId, int published) {
        var parts = new Parts(drawVersions.tiersOfDraw(drawId, MAX_VERSIONS), files(drawId), doubts(drawId));
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
                .query((row, _) -> version(row, published, parts))
                .list();
    }

    /// What the versions of a draw consist of, by the versions' ids.
    private record Parts(
            Map<Integer, List<Tier>> tiers, Map<Integer, List<FileDigest>> files, Map<Integer, List<Finding>> doubts) {}

    private static Version version(ResultSet row, int published, Parts parts) throws SQLException {
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
                parts.tiers().getOrDefault(id, List.of()),
                parts.files().getOrDefault(id, List.of()),
                new Findings(parts.doubts().getOrDefault(id, List.of()), row.getLong("unnamed_doubts")));
    }

    private Map<Integer, List<FileDigest>> files(int drawId) {
        Map<Integer, List<FileDigest>> files = new HashMap<>();
        ofShownVersions("select draw_version_id, name, sha256 from version_files", drawId)
                .query(row -> {
                    add(row, new FileDigest(row.getString("name"), row.getString("sha256")), files);
                });
        return files;
    }

    private Map<Integer, List<Finding>> doubts(int drawId) {
        Map<Integer, List<Finding>> doubts = new HashMap<>();
        ofShownVersions("select draw_version_id, file, line, field, reason from version_doubts", drawId)
                .query(row -> {
                    add(
                            row,
                            new Finding(
                                    row.getString("file"),
                                    row.getLong("line"),
                                    row.getString("field"),
                                    row.getString("reason")),
                            doubts);
                });
        return doubts;
    }

    /// One question for all versions, however many there are.
    private StatementSpec ofShownVersions(String parts, int drawId) {
        return jdbc.sql("""
                        %s
                          where draw_version_id in (
                            select id
                              from draw_versions
                              where draw_id = :draw
                              order by version desc
                              limit :limit)
                          order by ordinal
                        """.formatted(parts)).param("draw", drawId).param("limit", MAX_VERSIONS);
    }

    private static <T> void add(ResultSet row, T part, Map<Integer, List<T>> parts) throws SQLException {
        parts.computeIfAbsent(row.getInt("draw_version_id"), _ -> new ArrayList<>())
                .add(part);
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
