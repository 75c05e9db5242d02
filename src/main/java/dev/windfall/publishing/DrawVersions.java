package dev.windfall.publishing;

import dev.windfall.draw.Prize;
import dev.windfall.draw.SubscriptionPeriod;
import dev.windfall.draw.Tier;
import dev.windfall.publishing.file.DeclaredDraw;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The draws and the versions of their prize tables, as the writing side sees them. All of it runs in the caller's
/// transaction.
@Repository
class DrawVersions {

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;

    DrawVersions(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /// The draw of that number, created if there is none, and nobody else's until the transaction ends.
    Claim claim(DeclaredDraw draw) {
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
                .map(this::latestVersion);
    }

    /// Whoever finds the draw in other hands is to be told soon, not when a long import has ended.
    private void limitWaiting() {
        jdbc.sql("set local lock_timeout = '10s'").update();
    }

    /// A statement of its own: one that had waited for the lock would see the versions as they were before.
    private Claim latestVersion(int drawId) {
        return jdbc.sql("""
                        select draw.id, draw.subscription_period_id, draw.published_version_id,
                               version.id as version_id, version.imported_at, version.published_at
                          from draws draw
                          left join draw_versions version on version.draw_id = draw.id
                          where draw.id = :draw
                          order by version.version desc nulls last
                          limit 1
                        """)
                .param("draw", drawId)
                .query((row, number) -> claim(row))
                .single();
    }

    /// The numbers of the draws that are imported and not published, by date.
    List<String> waitingDraws() {
        return jdbc.sql("""
                        select draw.number
                          from draws draw
                          join draw_versions version on version.draw_id = draw.id
                          where draw.published_version_id is null and version.imported_at is not null
                          order by draw.date, draw.id
                        """).query((row, number) -> row.getString("number")).list();
    }

    /// Puts a new version in the place of the one that was not published, if there was one.
    Version replaceDraft(int drawId, DeclaredDraw draw, Instant now) {
        jdbc.sql("delete from draw_versions where draw_id = :draw and published_at is null")
                .param("draw", drawId)
                .update();
        jdbc.sql("update draws set date = :date, subscription_period_id = :period where id = :draw")
                .param("date", draw.date())
                .param("period", SubscriptionPeriod.of(draw.date()).id())
                .param("draw", drawId)
                .update();
        int id = jdbc.sql("""
                        insert into draw_versions (draw_id, version, declared_at)
                        select :draw, coalesce(max(version), 0) + 1, :now
                          from draw_versions
                          where draw_id = :draw
                        returning id
                        """)
                .param("draw", drawId)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
        insertTiers(id, draw.tiers());
        return new Version(drawId, id);
    }

    void markImported(Version version, Instant now, String actor) {
        jdbc.sql("update draw_versions set imported_at = :now, imported_by = :actor where id = :id")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("actor", actor)
                .param("id", version.id())
                .update();
    }

    void markPublished(Version version, long dataVersion, Instant now, String actor) {
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
        jdbc.sql("update draws set published_version_id = :id where id = :draw")
                .param("id", version.id())
                .param("draw", version.drawId())
                .update();
    }

    /// The number of the next state of everything declared and published. Transactions queue up here until the one
    /// before is committed, so that the numbers are given in the order of the commits.
    long nextDataVersion() {
        return jdbc.sql("update data_version set version = version + 1 returning version")
                .query(Long.class)
                .single();
    }

    private void insertTiers(int version, List<Tier> tiers) {
        batches.batchUpdate(
                """
                        insert into tiers (draw_version_id, ordinal, name, kind, amount, currency, winners_count)
                        values (:version, :ordinal, :name, :kind, :amount, :currency, :count)
                        """,
                IntStream.range(0, tiers.size())
                        .mapToObj(ordinal -> tierRow(version, ordinal, tiers.get(ordinal)))
                        .toArray(SqlParameterSource[]::new));
    }

    private static SqlParameterSource tierRow(int version, int ordinal, Tier tier) {
        var value = tier.prize().value();
        return new MapSqlParameterSource()
                .addValue("version", version)
                .addValue("ordinal", ordinal)
                .addValue("name", tier.name())
                .addValue(
                        "kind",
                        switch (tier.prize()) {
                            case Prize.Cash _ -> "cash";
                            case Prize.Item _ -> "item";
                        })
                .addValue("amount", value.amount())
                .addValue("currency", value.currency().getCurrencyCode())
                .addValue("count", tier.winnersCount());
    }

    private static Claim claim(ResultSet row) throws SQLException {
        int version = row.getInt("version_id");
        boolean hasDraft = version != 0 && row.getObject("published_at") == null;
        return new Claim(
                row.getInt("id"),
                new SubscriptionPeriod(row.getInt("subscription_period_id")),
                row.getInt("published_version_id") != 0,
                hasDraft ? OptionalInt.of(version) : OptionalInt.empty(),
                row.getObject("imported_at") != null);
    }

    /// @param id the key of this version among all versions of all draws
    record Version(int drawId, int id) {}

    /// A draw as it stands.
    ///
    /// @param draftVersion the id of the version that is not published, if there is one
    /// @param hasWinners whether the latest version's winners are in
    record Claim(
            int drawId, SubscriptionPeriod period, boolean isPublished, OptionalInt draftVersion, boolean hasWinners) {}
}
