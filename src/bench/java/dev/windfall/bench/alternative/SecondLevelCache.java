package dev.windfall.bench.alternative;

import dev.windfall.draw.Draw;
import dev.windfall.draw.LotteryCalendar;
import dev.windfall.draw.PendingDraw;
import dev.windfall.draw.SubscriptionPeriod;
import dev.windfall.draw.Tier;
import dev.windfall.prizes.PeriodArchive;
import dev.windfall.prizes.PrizesService;
import dev.windfall.prizes.Snapshots;
import dev.windfall.prizes.SubscriberPrizes;
import dev.windfall.prizes.SubscriberPrizes.DrawPrizes;
import dev.windfall.prizes.SubscriberPrizes.PeriodPrizes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/// Entities of Hibernate, in its second-level cache, and queries in its query cache.
final class SecondLevelCache extends PrizesService {

    private static final String PERIODS =
            "select period.id from PeriodEntity period where period.id <= :current order by period.id desc";

    private static final String DRAWS =
            "select draw from DrawEntity draw where draw.period in :periods order by draw.date desc, draw.id desc";

    private static final String WINNINGS =
            "select winning from WinningEntity winning where winning.subscriber = :subscriber and winning.period in :periods"
                    + " order by winning.id";

    private static final int SHOWN_PERIODS = 3;

    private final SessionFactory sessions;
    private final LotteryCalendar calendar;
    private final Publications publications;

    private SecondLevelCache(
            Snapshots snapshots,
            PeriodArchive archive,
            SessionFactory sessions,
            LotteryCalendar calendar,
            Publications publications) {
        super(snapshots, archive);
        this.sessions = sessions;
        this.calendar = calendar;
        this.publications = publications;
    }

    static final class Beans extends WithoutWinners.Beans {

        @Bean
        SessionFactory sessionFactory(DataSource dataSource) {
            return Entities.sessionFactory(dataSource);
        }

        @Bean(Publications.BEAN)
        Publications evictions(Snapshots snapshots, SessionFactory sessions) {
            return new Publications(snapshots, _ -> sessions.getCache().evictAllRegions());
        }

        @Bean
        @Primary
        PrizesService secondLevelCache(
                Snapshots snapshots,
                PeriodArchive archive,
                SessionFactory sessions,
                LotteryCalendar calendar,
                Publications publications) {
            return new SecondLevelCache(snapshots, archive, sessions, calendar, publications);
        }
    }

    @Override
    public SubscriberPrizes prizesOf(int subscriber) {
        // a transaction would take a connection for each view, those included that are answered from the caches
        return sessions.fromSession(session -> {
            session.setDefaultReadOnly(true);
            return prizesOf(session, subscriber);
        });
    }

    private SubscriberPrizes prizesOf(Session session, int subscriber) {
        List<Integer> periods = session.createSelectionQuery(PERIODS, Integer.class)
                .setParameter("current", calendar.currentPeriod().id())
                .setMaxResults(SHOWN_PERIODS)
                .setCacheable(true)
                .list();
        List<DrawEntity> draws = session.createSelectionQuery(DRAWS, DrawEntity.class)
                .setParameter("periods", periods)
                .setCacheable(true)
                .list();
        Map<Integer, List<WinningEntity>> winnings = session
                .createSelectionQuery(WINNINGS, WinningEntity.class)
                .setParameter("subscriber", subscriber)
                .setParameter("periods", periods)
                .setCacheable(true)
                .list()
                .stream()
                .collect(Collectors.groupingBy(winning -> winning.version));
        var shown = publications.shown().orElseThrow();
        List<PeriodPrizes> all = periods.stream()
                .map(period -> prizesIn(period, draws, winnings))
                .toList();
        return new SubscriberPrizes(
                shown.dataVersion(), shown.asOf(), completeThrough(draws), lastDrawDate(draws), all);
    }

    private static PeriodPrizes prizesIn(
            int period, List<DrawEntity> draws, Map<Integer, List<WinningEntity>> winnings) {
        List<DrawPrizes> published = new ArrayList<>();
        List<PendingDraw> pending = new ArrayList<>();
        draws.stream().filter(draw -> draw.period == period).forEach(draw -> {
            VersionEntity version = draw.published;
            if (version == null) {
                pending.add(new PendingDraw(draw(draw), draw.isWithdrawn()));
            } else {
                List<Tier> won = winnings.getOrDefault(version.id, List.of()).stream()
                        .map(winning -> version.tiers.get(winning.tier).tier())
                        .toList();
                published.add(new DrawPrizes(draw(draw), version.edition(), won));
            }
        });
        return new PeriodPrizes(new SubscriptionPeriod(period), published, pending);
    }

    private static Optional<Draw> completeThrough(List<DrawEntity> draws) {
        return Draw.completeThrough(
                draws.stream().filter(draw -> draw.published != null).map(SecondLevelCache::draw),
                draws.stream().filter(draw -> draw.published == null).map(SecondLevelCache::draw));
    }

    private static Optional<LocalDate> lastDrawDate(List<DrawEntity> draws) {
        return draws.stream().map(draw -> draw.date).max(Comparator.naturalOrder());
    }

    private static Draw draw(DrawEntity draw) {
        return new Draw(draw.id, draw.number, draw.date);
    }
}
