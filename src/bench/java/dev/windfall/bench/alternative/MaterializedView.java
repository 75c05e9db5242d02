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

    /// The draws on show, and in the second one who won in them; both are renewed in one transaction.
    private static final String CREATE = """
            create materialized view if not exists shown_draws as
              select (select version from data_version) as data_version,
                     period.id as period_id, draw.id as draw_id, draw.number, draw.date, draw.published_version_id,
                     version.published_at, version.data_version as edition, version.reason is not null as corrected,
                     exists (select
                               from draw_versions
                               where draw_id = draw.id and kind = 'withdrawal') as withdrawn
                from (select id from subscription_periods order by id desc limit 3) period
                left join draws draw on draw.subscription_period_id = period.id
                left join draw_versions version on version.id = draw.published_version_id;
            create unique index if not exists shown_draws_key on shown_draws (period_id, draw_id);
            create materialized view if not exists subscriber_prizes as
              select winning.subscriber_id, winning.draw_id, winning.id, winning.tier
                from winnings winning
                where winning.subscription_period_id in
                        (select id from subscription_periods order by id desc limit 3)
                order by winning.subscriber_id;
            create unique index if not exists subscriber_prizes_key on subscriber_prizes (subscriber_id, draw_id, id)
              include (tier)
            """;

    private static final String REFRESH = """
            refresh materialized view subscriber_prizes;
            refresh materialized view shown_draws
            """;

    private static final String REFRESH_IN_USE = """
            refresh materialized view concurrently subscriber_prizes;
            refresh materialized view concurrently shown_draws
            """;

    /// So that the index alone answers, and nobody does this while others are measured.
    private static final String TIDY = "vacuum (analyze) subscriber_prizes, shown_draws";

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
            return new Publications(snapshots, published -> refresh(url, published, begun.getAndSet(true)));
        }

        /// By a connection of its own, which may take its time. Of several nodes one refreshes, and the others
        /// find that done.
        ///
        /// @param inUse false for a node that starts: without readers a refresh takes a fraction of the time
        private static void refresh(String url, Snapshot published, boolean inUse) {
            var patient = new PGSimpleDataSource();
            patient.setUrl(url);
            var jdbc = JdbcClient.create(patient);
            var transaction = new TransactionTemplate(new DataSourceTransactionManager(patient));
            transaction.executeWithoutResult(_ -> {
                jdbc.sql("select pg_advisory_xact_lock(4711)")
                        .query((_, _) -> true)
                        .single();
                jdbc.sql(CREATE).update();
                if (shownVersion(jdbc) < published.dataVersion()) {
                    jdbc.sql(inUse ? REFRESH_IN_USE : REFRESH).update();
                }
            });
            if (!inUse) {
                jdbc.sql(TIDY).update();
            }
        }

        private static long shownVersion(JdbcClient jdbc) {
            return jdbc.sql("select max(data_version) from shown_draws")
                    .query(Long.class)
                    .single();
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
