package dev.windfall.bench.alternative;

import dev.windfall.draw.LotteryCalendar;
import dev.windfall.prizes.PeriodArchive;
import dev.windfall.prizes.PrizesService;
import dev.windfall.prizes.Snapshots;
import dev.windfall.prizes.SubscriberPrizes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Asks the database what this subscriber won, at each view: the obvious query with all that the page shows, in one
/// statement. Winners are asked for straight in [OneTable], which is faster than by the views of the interface.
class ObviousQuery extends PrizesService {

    /// A subscriber's prizes in all draws of the last three periods, and those draws.
    private static final String QUERY = """
            select (select version from data_version) as data_version,
                   period.id as period_id, draw.id as draw_id, draw.number, draw.date,
                   version.published_at, version.data_version as edition, version.reason is not null as corrected,
                   exists (select
                             from draw_versions
                             where draw_id = draw.id and kind = 'withdrawal') as withdrawn,
                   tier.name, tier.kind, tier.amount, tier.currency, tier.winners_count
              from (select id
                      from subscription_periods
                      where id <= :current
                      order by id desc limit 3) period
              left join draws draw on draw.subscription_period_id = period.id
              left join draw_versions version on version.id = draw.published_version_id
              left join (select draw_version_id, tier
                           from all_winnings
                           where subscriber_id = :subscriber) winning
                on winning.draw_version_id = draw.published_version_id
              left join tiers tier on tier.draw_version_id = draw.published_version_id and tier.ordinal = winning.tier
              order by period.id desc, draw.date desc, draw.id desc, tier.ordinal
            """;

    private final JdbcClient jdbc;
    private final LotteryCalendar calendar;

    ObviousQuery(Snapshots snapshots, PeriodArchive archive, JdbcClient jdbc, LotteryCalendar calendar) {
        super(snapshots, archive);
        this.jdbc = jdbc;
        this.calendar = calendar;
    }

    static class Beans extends WithoutWinners.Beans {
        @Bean
        @Primary
        PrizesService obviousQuery(
                Snapshots snapshots, PeriodArchive archive, JdbcClient jdbc, LotteryCalendar calendar) {
            return new ObviousQuery(snapshots, archive, jdbc, calendar);
        }
    }

    @Override
    public SubscriberPrizes prizesOf(int subscriber) {
        var prizes = new QueryPrizes();
        RowCallbackHandler add = prizes::add;
        jdbc.sql(QUERY)
                .param("current", calendar.currentPeriod().id())
                .param("subscriber", subscriber)
                .query(add);
        return prizes.prizes();
    }
}
