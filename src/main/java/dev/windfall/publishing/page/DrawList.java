package dev.windfall.publishing.page;

import dev.windfall.draw.SubscriptionPeriod;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// All draws, by period: what staff leaf through.
@Repository
class DrawList {

    private static final int MAX_DRAWS = 500;

    private final JdbcClient jdbc;

    DrawList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The draws of a period in whatever state, newest first, at most 500.
    List<ListedDraw> draws(SubscriptionPeriod period) {
        return jdbc.sql("""
                        select draw.id, draw.number, draw.date, draw.published_version_id, latest.id as version_id, latest.published_at, latest.kind,
                               latest.imported_at, latest.checked_at, latest.approved_at,
                               (select coalesce(sum(winners_count), 0)
                                  from tiers
                                  where draw_version_id = latest.id) as prize_count
                          from draws draw
                          join draw_versions latest on latest.draw_id = draw.id
                          where draw.subscription_period_id = :period
                            and latest.id = coalesce(
                              (select id from draw_versions where draw_id = draw.id and published_at is null),
                              draw.published_version_id,
                              (select id from draw_versions where draw_id = draw.id order by version desc limit 1))
                          order by draw.date desc, draw.id desc
                          limit :limit
                        """)
                .param("period", period.id())
                .param("limit", MAX_DRAWS)
                .query((row, _) -> draw(row))
                .list();
    }

    /// The last period before this one that has draws.
    Optional<SubscriptionPeriod> before(SubscriptionPeriod period) {
        return jdbc.sql("""
                        select max(subscription_period_id) as period
                          from draws
                          where subscription_period_id < :period
                          having max(subscription_period_id) is not null
                        """)
                .param("period", period.id())
                .query((row, _) -> new SubscriptionPeriod(row.getInt("period")))
                .optional();
    }

    /// The first period after this one that has draws.
    Optional<SubscriptionPeriod> after(SubscriptionPeriod period) {
        return jdbc.sql("""
                        select min(subscription_period_id) as period
                          from draws
                          where subscription_period_id > :period
                          having min(subscription_period_id) is not null
                        """)
                .param("period", period.id())
                .query((row, _) -> new SubscriptionPeriod(row.getInt("period")))
                .optional();
    }

    private static ListedDraw draw(ResultSet row) throws SQLException {
        int published = row.getInt("published_version_id");
        DrawState state = DrawState.of(row, row.getInt("version_id") == published);
        return new ListedDraw(
                row.getInt("id"),
                row.getString("number"),
                row.getObject("date", LocalDate.class),
                state,
                row.getInt("prize_count"),
                state.isOnItsWay() && published != 0);
    }
}
