package dev.windfall.bench.alternative;

import java.util.Arrays;
import java.util.Locale;

/// The ways to answer a subscriber that are compared.
public enum Alternative {
    OBVIOUS(
            "Obvious query",
            "one prepared statement a view for all that its page shows, draws without a prize included; all prizes in one "
                    + "table with an index on the subscriber that answers alone, filled by the import",
            ObviousQuery.Beans.class),
    CACHED(
            "Obvious query, cached per subscriber",
            "the same behind Spring Cache on Caffeine: up to 1,000,000 subscribers, 1 minute to live",
            CachedPerSubscriber.Beans.class),
    JPA(
            "JPA with second-level and query cache",
            "Hibernate with JCache on Caffeine, by reference, on the same table: draws, tiers and the query of each "
                    + "subscriber's winners are cached, up to 1,000,000 entries a region; evicted at publication; no "
                    + "transaction where nothing is asked",
            SecondLevelCache.Beans.class),
    MATERIALIZED(
            "Materialized view per subscriber",
            "a materialized view with a unique index that begins with the subscriber and answers alone, made anew and "
                    + "exchanged at publication; one prepared statement a view; draws and tiers in the node's memory",
            MaterializedView.Beans.class),
    REDIS(
            "Redis",
            "one hash a subscriber with a field a draw, filled in pipelines at publication; Lettuce, one HGETALL a view; "
                    + "draws and tiers in the node's memory",
            RedisHashes.Beans.class),
    HOLLOW(
            "Netflix Hollow",
            "a producer of its own (-Xmx6g) publishes deltas as files, and every tenth time a snapshot, without checking "
                    + "what it wrote; each node holds them with a hash index on the subscriber; draws and tiers in the "
                    + "node's memory",
            HollowDataSet.Beans.class),
    WINDFALL("Windfall", "as it is", Nothing.class);

    private final String title;
    private final String configuration;
    private final Class<?> beans;

    Alternative(String title, String configuration, Class<?> beans) {
        this.title = title;
        this.configuration = configuration;
        this.beans = beans;
    }

    public String title() {
        return title;
    }

    /// How it was set up, in words.
    public String configuration() {
        return configuration;
    }

    /// Whether it looks for prizes in [OneTable].
    public boolean asksOneTable() {
        return switch (this) {
            case OBVIOUS, CACHED, JPA -> true;
            case MATERIALIZED, REDIS, HOLLOW, WINDFALL -> false;
        };
    }

    /// What takes the place of Windfall's own parts.
    Class<?> beans() {
        return beans;
    }

    /// As the command line and file names have it.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Alternative ofKey(String key) {
        return Arrays.stream(values())
                .filter(alternative -> alternative.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    /// No part of Windfall is exchanged.
    private static final class Nothing {}
}
