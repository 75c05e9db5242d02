package dev.windfall.bench.alternative;

import static java.util.stream.Collectors.toMap;

import dev.windfall.draw.PublishedDraw;
import dev.windfall.prizes.PeriodArchive;
import dev.windfall.prizes.PrizesService;
import dev.windfall.prizes.Snapshot;
import dev.windfall.prizes.Snapshots;
import dev.windfall.prizes.SubscriberPrizes;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/// A hash for each subscriber who won: by the version of the draw, the tiers in which he did.
final class RedisHashes extends PrizesService {

    private final StatefulRedisConnection<String, String> redis;
    private final Publications publications;

    private RedisHashes(
            Snapshots snapshots,
            PeriodArchive archive,
            StatefulRedisConnection<String, String> redis,
            Publications publications) {
        super(snapshots, archive);
        this.redis = redis;
        this.publications = publications;
    }

    static final class Beans extends WithoutWinners.Beans {

        @Bean(destroyMethod = "shutdown")
        RedisClient redisClient(@Value("${bench.redis}") String uri) {
            return RedisClient.create(uri);
        }

        @Bean(Publications.BEAN)
        Publications fills(
                Snapshots snapshots, RedisClient client, @Value("${spring.datasource.url}") String database) {
            var fill = new RedisFill(client, database);
            return new Publications(
                    snapshots, published -> fill.add(versions(published).toList()));
        }

        @Bean
        @Primary
        PrizesService redisHashes(
                Snapshots snapshots, PeriodArchive archive, RedisClient client, Publications publications) {
            return new RedisHashes(snapshots, archive, client.connect(), publications);
        }

        private static Stream<Integer> versions(Snapshot published) {
            return published.results().stream()
                    .flatMap(period -> period.published().stream())
                    .map(PublishedDraw::version);
        }
    }

    @Override
    public SubscriberPrizes prizesOf(int subscriber) {
        Map<Integer, List<Integer>> won = redis.sync().hgetall(key(subscriber)).entrySet().stream()
                .collect(toMap(field -> Integer.valueOf(field.getKey()), field -> tiers(field.getValue())));
        return CataloguePrizes.of(publications.shown().orElseThrow(), won);
    }

    static String key(int subscriber) {
        return "w:" + subscriber;
    }

    private static List<Integer> tiers(String field) {
        return Stream.of(field.split(",")).map(Integer::valueOf).toList();
    }
}
