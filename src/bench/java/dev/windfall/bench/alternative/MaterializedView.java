package dev.windfall.bench.alternative;

import dev.windfall.prizes.PeriodArchive;
import dev.windfall.prizes.PrizesService;
import dev.windfall.prizes.Snapshot;
import dev.windfall.prizes.Snapshots;
import dev.windfall.prizes.SubscriberPrizes;
import java.util.concurrent.atomic.AtomicBoolean;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What everybody won in the last three periods, worked out once at publication and looked up at each view.
final class MaterializedView extends PrizesService {

    /// The draws on show, and in the second one who won in them; both are exchanged for new ones in one transaction. To
    /// refresh them in place takes several times as long (`concurrently` compares each row with what was there), or
    /// shuts everybody out.
    private static final String EXCHANGE = """
            create materialized view next_draws as
              select (select version from data_version) as data_version,
                     period.id as period_id, draw.id as draw_id, draw.number, draw.date, draw.published_version_id,
                     version.published_at, version.data_version as edition, version.reason is not null as corrected,
                     exists (select
                               from draw_versions
                               where draw_id = draw.id and kind = 'withdrawal') as withdrawn
                from (select id from subscription_periods order by id desc limit 3) period
                left join draws draw on draw.subscription_period_id = period.id
                left join draw_versions version on version.id = draw.published_version_id;
            create materialized view next_prizes as
              select winning.subscriber_id, winning.draw_id, winning.id, winning.tier
                from winnings winning
                where winning.subscription_period_id in
                        (select id from subscription_periods order by id desc limit 3)
                order by winning.subscriber_id;
            create unique index on next_prizes (subscriber_id, draw_id, id) include (tier);
            analyze next_draws, next_prizes;
            drop materialized view if exists shown_draws, subscriber_prizes;
            alter materialized view next_draws rename to shown_draws;
            alter materialized view next_prizes rename to subscriber_prizes
            """;

    /// So that the index alone answers, and nobody does this while others are measured.
    private static final String TIDY = "vacuum shown_draws, subscriber_prizes";

    private static final String QUERY = """
            select draw.data_version, draw.period_id, draw.draw_id, draw.number, draw.date,
                   draw.published_at, draw.edition, draw.corrected, draw.withdrawn,
                   tier.name, tier.kind, tier.amount, tier.currency, tier.winners_count
              from shown_draws draw
              left join (select draw_id, tier
                           from subscriber_prizes
                           where subscriber_id = :subscriber) winning on winning.draw_id = draw.draw_id
              left join tiers tier on tier.draw_version_id = draw.published_version_id and tier.ordinal = winning.tier
              order by draw.period_id desc, draw.date desc, draw.draw_id desc, tier.ordinal
            """;

    private final JdbcClient jdbc;

    private MaterializedView(Snapshots snapshots, PeriodArchive archive, JdbcClient jdbc) {
        super(snapshots, archive);
        this.jdbc = jdbc;
    }

    static final class Beans extends WithoutWinners.Beans {

        @Bean
        @Primary
        PrizesService materializedView(Snapshots snapshots, PeriodArchive archive, JdbcClient jdbc) {
            return new MaterializedView(snapshots, archive, jdbc);
        }

        @Bean(Publications.BEAN)
        Publications refreshes(Snapshots snapshots, @Value("${spring.datasource.url}") String url) {
            var begun = new AtomicBoolean();
            return new Publications(snapshots, published -> renew(url, published, begun.getAndSet(true)));
        }

        /// By a connection of its own, which may take its time. Of several nodes one does it, and the others find that
        /// done.
        ///
        /// @param inUse false for a node that starts, for which nobody waits
        private static void renew(String url, Snapshot published, boolean inUse) {
            var patient = new PGSimpleDataSource();
            patient.setUrl(url);
            var jdbc = JdbcClient.create(patient);
            var transaction = new TransactionTemplate(new DataSourceTransactionManager(patient));
            transaction.executeWithoutResult(_ -> {
                jdbc.sql("select pg_advisory_xact_lock(4711)")
                        .query((_, _) -> true)
                        .single();
                if (shownVersion(jdbc) < published.dataVersion()) {
                    jdbc.sql(EXCHANGE).update();
                }
            });
            if (!inUse) {
                jdbc.sql(TIDY).update();
            }
        }

        /// 0 if there are none yet.
        private static long shownVersion(JdbcClient jdbc) {
            boolean isThere = jdbc.sql("select to_regclass('shown_draws') is not null")
                    .query(Boolean.class)
                    .single();
            return isThere
                    ? jdbc.sql("select max(data_version) from shown_draws")
                            .query(Long.class)
                            .single()
                    : 0;
        }
    }

    @Override
    public SubscriberPrizes prizesOf(int subscriber) {
        var prizes = new QueryPrizes();
        RowCallbackHandler add = prizes::add;
        jdbc.sql(QUERY).param("subscriber", subscriber).query(add);
        return prizes.prizes();
    }
}
