package dev.windfall.publishing;

import dev.windfall.csv.FileDigest;
import dev.windfall.csv.Finding;
import dev.windfall.draw.Prize;
import dev.windfall.draw.Tier;
import dev.windfall.draw.TierRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Repository;

/// What a version of a draw consists of beside its winners: each part a numbered list.
@Repository
class VersionParts {

    private final NamedParameterJdbcTemplate batches;

    VersionParts(NamedParameterJdbcTemplate batches) {
        this.batches = batches;
    }

    void insertTiers(int version, List<Tier> tiers) {
        batches.batchUpdate("""
                        insert into tiers (draw_version_id, ordinal, name, kind, amount, currency, winners_count)
                        values (:version, :ordinal, :name, :kind, :amount, :currency, :count)
                        """, rows(version, tiers, VersionParts::describe));
    }

    void insertFiles(int version, List<FileDigest> files) {
        batches.batchUpdate("""
                        insert into version_files (draw_version_id, ordinal, name, sha256)
                        values (:version, :ordinal, :name, :sha256)
                        """, rows(version, files, VersionParts::describe));
    }

    void insertDoubts(int version, List<Finding> doubts) {
        batches.batchUpdate("""
                        insert into version_doubts (draw_version_id, ordinal, file, line, field, reason)
                        values (:version, :ordinal, :file, :line, :field, :reason)
                        """, rows(version, doubts, VersionParts::describe));
    }

    List<Tier> tiers(int version) {
        return batches.query("""
                select name, kind, amount, currency, winners_count
                  from tiers
                  where draw_version_id = :version
                  order by ordinal
                """, new MapSqlParameterSource("version", version), (row, _) -> TierRow.read(row));
    }

    /// The prize tables of the last versions of a draw, by the versions' ids: one question, however many there are.
    Map<Integer, List<Tier>> tiersOfDraw(int drawId, int versions) {
        Map<Integer, List<Tier>> tiers = new HashMap<>();
        batches.query("""
                select draw_version_id, name, kind, amount, currency, winners_count
                  from tiers
                  where draw_version_id in (
                    select id
                      from draw_versions
                      where draw_id = :draw
                      order by version desc
                      limit :versions)
                  order by ordinal
                """, new MapSqlParameterSource("draw", drawId).addValue("versions", versions), row -> {
            tiers.computeIfAbsent(row.getInt("draw_version_id"), _ -> new ArrayList<>())
                    .add(TierRow.read(row));
        });
        return tiers;
    }

    private static <T> SqlParameterSource[] rows(int version, List<T> parts, Description<T> description) {
        return IntStream.range(0, parts.size())
                .mapToObj(ordinal -> {
                    var row = new MapSqlParameterSource("version", version).addValue("ordinal", ordinal);
                    description.of(parts.get(ordinal), row);
                    return row;
                })
                .toArray(SqlParameterSource[]::new);
    }

    private static void describe(Tier tier, MapSqlParameterSource row) {
        var value = tier.prize().value();
        row.addValue("name", tier.name())
                .addValue("kind", kind(tier.prize()))
                .addValue("amount", value.amount())
                .addValue("currency", value.currency().getCurrencyCode())
                .addValue("count", tier.winnersCount());
    }

    private static String kind(Prize prize) {
        return switch (prize) {
            case Prize.Cash _ -> "cash";
            case Prize.Item _ -> "item";
        };
    }

    private static void describe(FileDigest file, MapSqlParameterSource row) {
        row.addValue("name", file.name()).addValue("sha256", file.sha256());
    }

    private static void describe(Finding doubt, MapSqlParameterSource row) {
        row.addValue("file", doubt.file())
                .addValue("line", doubt.line())
                .addValue("field", doubt.field())
                .addValue("reason", doubt.reason());
    }

    @FunctionalInterface
    private interface Description<T> {
        void of(T part, MapSqlParameterSource row);
    }
}
