package dev.windfall.bench.alternative;

import dev.windfall.prizes.PeriodArchive;
import dev.windfall.prizes.PrizesService;
import dev.windfall.prizes.Snapshot;
import dev.windfall.prizes.Snapshots;
import dev.windfall.prizes.SubscriberPrizes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    /// The prizes on show, and the state that they are of; both are exchanged for new ones in one transaction. To
    /// refresh them in place takes several times as long (`concurrently` compares each row with what was there) or
    /// shuts everybody out.
    private static final String EXCHANGE = """
            create materialized view next_state as
              select version from data_version;
            create materialized view next_prizes as
              select winning.subscriber_id, draw.published_version_id as draw_version_id, winning.id, winning.tier
                from winnings winning
                join draws draw on draw.id = winning.draw_id
                where winning.subscription_period_id in
                        (select id from subscription_periods order by id desc limit 3)
                order by winning.subscriber_id;
            create unique index on next_prizes (subscriber_id, draw_version_id, id) include (tier);
            analyze next_prizes;
            drop materialized view if exists shown_state, subscriber_prizes;
            alter materialized view next_state rename to shown_state;
            alter materialized view next_prizes rename to subscriber_prizes
            """;

    /// So that the index alone answers, and nobody does this while others are measured.
    private static final String TIDY = "vacuum subscriber_prizes";

    private static final String QUERY = """
            select draw_version_id, tier
              from subscriber_prizes
              where subscriber_id = :subscriber
              order by draw_version_id, tier
            """;

    private final JdbcClient jdbc;
    private final Publications publications;

    private MaterializedView(Snapshots snapshots, PeriodArchive archive, JdbcClient jdbc, Publications publications) {
        super(snapshots, archive);
        this.jdbc = jdbc;
        this.publications = publications;
    }

    static final class Beans extends WithoutWinners.Beans {

        @Bean
        @Primary
        PrizesService materializedView(
                Snapshots snapshots, PeriodArchive archive, JdbcClient jdbc, Publications publications) {
            return new MaterializedView(snapshots, archive, jdbc, publications);
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
            boolean isThere = jdbc.sql("select to_regclass('shown_state') is not null")
                    .query(Boolean.class)
                    .single();
            return isThere
                    ? jdbc.sql("select version from shown_state")
                            .query(Long.class)
                            .single()
                    : 0;
        }
    }

    @Override
    public SubscriberPrizes prizesOf(int subscriber) {
        Map<Integer, List<Integer>> won = new HashMap<>();
        RowCallbackHandler add = row -> won.computeIfAbsent(row.getInt("draw_version_id"), _ -> new ArrayList<>())
                .add(row.getInt("tier"));
        jdbc.sql(QUERY).param("subscriber", subscriber).query(add);
        return CataloguePrizes.of(publications.shown().orElseThrow(), won);
    }
}
