package dev.windfall.bench.alternative;

import com.github.benmanes.caffeine.cache.Caffeine;
import dev.windfall.draw.LotteryCalendar;
import dev.windfall.prizes.PeriodArchive;
import dev.windfall.prizes.PrizesService;
import dev.windfall.prizes.Snapshots;
import dev.windfall.prizes.SubscriberPrizes;
import java.time.Duration;
import java.util.Objects;
import org.springframework.cache.Cache;
import org.springframework.cache.caffeine.CaffeineCacheManager;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Keeps what the obvious query answered for a subscriber, for a while: until then, a new publication doesn't show.
final class CachedPerSubscriber extends ObviousQuery {

    private static final int MAX_SUBSCRIBERS = 1_000_000;
    private static final Duration TIME_TO_LIVE = Duration.ofMinutes(1);

    private final Cache cache;

    private CachedPerSubscriber(
            Snapshots snapshots, PeriodArchive archive, JdbcClient jdbc, LotteryCalendar calendar, Cache cache) {
        super(snapshots, archive, jdbc, calendar);
        this.cache = cache;
    }

    static final class Beans extends WithoutWinners.Beans {
        @Bean
        @Primary
        PrizesService cachedPerSubscriber(
                Snapshots snapshots, PeriodArchive archive, JdbcClient jdbc, LotteryCalendar calendar) {
            var manager = new CaffeineCacheManager("prizes");
            manager.setCaffeine(
                    Caffeine.newBuilder().maximumSize(MAX_SUBSCRIBERS).expireAfterWrite(TIME_TO_LIVE));
            Cache cache = Objects.requireNonNull(manager.getCache("prizes"));
            return new CachedPerSubscriber(snapshots, archive, jdbc, calendar, cache);
        }
    }

    @Override
    public SubscriberPrizes prizesOf(int subscriber) {
        return Objects.requireNonNull(cache.get(subscriber, () -> super.prizesOf(subscriber)));
    }
}
