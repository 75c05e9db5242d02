package dev.windfall.bench.alternative;

import io.lettuce.core.LettuceFutures;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.SetArgs;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.springframework.dao.DataAccessResourceFailureException;

/// Brings the winners of draws into Redis, in pipelines. A draw counts as filled once all of it is there.
final class RedisFill {

    private static final String FILLED = "filled";
    private static final String BEGUN = "begun:";
    private static final Duration PAUSE = Duration.ofMillis(10);
    private static final int COMMANDS_AT_ONCE = 20_000;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final RedisClient client;
    private final String database;

    RedisFill(RedisClient client, String database) {
        this.client = client;
        this.database = database;
    }

    /// Those that are there already are left alone.
    void add(List<Integer> versions) {
        try (StatefulRedisConnection<String, String> redis = client.connect();
                Connection connection = DriverManager.getConnection(database)) {
            redis.setTimeout(PATIENCE);
            for (int version : versions) {
                if (!isFilled(redis, version) && begin(redis, version)) {
                    redis.setAutoFlushCommands(false);
                    new Pipeline(redis, version).fill(connection);
                    redis.setAutoFlushCommands(true);
                    redis.sync().sadd(FILLED, Integer.toString(version));
                }
                awaitFilled(redis, version);
            }
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("no connection", e);
        }
    }

    /// Whether this node is the one to fill it: the nodes share one store.
    private static boolean begin(StatefulRedisConnection<String, String> redis, int version) {
        return redis.sync().set(BEGUN + version, "", SetArgs.Builder.nx().ex(PATIENCE)) != null;
    }

    private static boolean isFilled(StatefulRedisConnection<String, String> redis, int version) {
        return redis.sync().sismember(FILLED, Integer.toString(version));
    }

    private static void awaitFilled(StatefulRedisConnection<String, String> redis, int version) {
        long endNs = System.nanoTime() + PATIENCE.toNanos();
        while (!isFilled(redis, version)) {
            if (System.nanoTime() > endNs) {
                throw new DataAccessResourceFailureException("nobody has filled version %d".formatted(version));
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    /// One draw on its way.
    private static final class Pipeline {

        private final StatefulRedisConnection<String, String> redis;
        private final RedisAsyncCommands<String, String> commands;
        private final String field;
        private final int version;
        private final List<RedisFuture<Boolean>> sent = new ArrayList<>();
        private int subscriber;
        private final StringBuilder tiers = new StringBuilder();

        Pipeline(StatefulRedisConnection<String, String> redis, int version) {
            this.redis = redis;
            this.commands = redis.async();
            this.field = Integer.toString(version);
            this.version = version;
        }

        void fill(Connection connection) {
            WinnersRows.read(connection, version, this::add);
            send();
            flush();
        }

        private void add(int winner, int tier) {
            if (winner != subscriber) {
                send();
                subscriber = winner;
            }
            tiers.append(tiers.isEmpty() ? "" : ",").append(tier);
        }

        private void send() {
            if (!tiers.isEmpty()) {
                sent.add(commands.hset(RedisHashes.key(subscriber), field, tiers.toString()));
                tiers.setLength(0);
            }
            if (sent.size() >= COMMANDS_AT_ONCE) {
                flush();
            }
        }

        private void flush() {
            redis.flushCommands();
            if (!LettuceFutures.awaitAll(PATIENCE, sent.toArray(RedisFuture[]::new))) {
                throw new DataAccessResourceFailureException("Redis did not take the winners in time");
            }
            sent.clear();
        }
    }
}
