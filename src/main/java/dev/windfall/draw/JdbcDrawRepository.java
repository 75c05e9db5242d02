package dev.windfall.draw;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.windfall.statement.Statements;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Asks the draws and their tiers by two simple queries a period, and a draw's winners by one binary COPY.
@Repository
class JdbcDrawRepository implements DrawRepository {

    private final JdbcClient jdbc;
    private final WinnersCopy winnersCopy;

    JdbcDrawRepository(JdbcClient jdbc, DataSource dataSource, Statements statements) {
        this.jdbc = jdbc;
        this.winnersCopy = new WinnersCopy(dataSource, statements);
    }

    @Override
    public long dataVersion() {
        return jdbc.sql("select version from data_version").query(Long.class).single();
    }

    @Override
    public List<PublishedDraw> publishedDraws(SubscriptionPeriod period) {
        Map<Integer, List<Tier>> tiers = tiersByVersion(period);
        return jdbc.sql("""
                        select draw.id, draw.number, draw.date, draw.published_version_id,
                               version.data_version, version.published_at, version.reason is not null as corrected
                          from draws draw
                          join draw_versions version on version.id = draw.published_version_id
                          where draw.subscription_period_id = :period
                          order by draw.date desc, draw.id desc
                        """)
                .param("period", period.id())
                .query((row, number) -> {
                    int version = row.getInt("published_version_id");
                    return new PublishedDraw(draw(row), version, edition(row), tiers.getOrDefault(version, List.of()));
                })
                .list();
    }

    @Override
    public List<PendingDraw> pendingDraws(SubscriptionPeriod period) {
        return jdbc.sql("""
                        select id, number, date,
                               exists (select
                                         from draw_versions
                                         where draw_id = draws.id and kind = 'withdrawal') as withdrawn
                          from draws
                          where subscription_period_id = :period and published_version_id is null
                          order by date desc, id desc
                        """)
                .param("period", period.id())
                .query((row, number) -> new PendingDraw(draw(row), row.getBoolean("withdrawn")))
                .list();
    }

    @Override
    public Map<Integer, SubscriptionPeriod> periodsOfDraws() {
        Map<Integer, SubscriptionPeriod> periods = new HashMap<>();
        RowCallbackHandler add =
                row -> periods.put(row.getInt("id"), new SubscriptionPeriod(row.getInt("subscription_period_id")));
        jdbc.sql("select id, subscription_period_id from draws order by id").query(add);
        return periods;
    }

    @Override
    public Winners winners(PublishedDraw draw) {
        return winnersCopy.read(draw);
    }

    private Map<Integer, List<Tier>> tiersByVersion(SubscriptionPeriod period) {
        record TierOfVersion(int version, Tier tier) {}
        return jdbc
                .sql("""
                        select tier.draw_version_id, tier.name, tier.kind, tier.amount, tier.currency, tier.winners_count
                          from tiers tier
                          join draws draw on draw.published_version_id = tier.draw_version_id
                          where draw.subscription_period_id = :period
                          order by tier.draw_version_id, tier.ordinal
                        """)
                .param("period", period.id())
                .query((row, number) -> new TierOfVersion(row.getInt("draw_version_id"), TierRow.read(row)))
                .list()
                .stream()
                .collect(groupingBy(TierOfVersion::version, mapping(TierOfVersion::tier, toList())));
    }

    private static Edition edition(ResultSet row) throws SQLException {
        return new Edition(
                row.getLong("data_version"),
                row.getObject("published_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("corrected"));
    }

    private static Draw draw(ResultSet row) throws SQLException {
        return new Draw(row.getInt("id"), row.getString("number"), row.getObject("date", LocalDate.class));
    }
}
