package dev.windfall.bench.alternative;

import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.CacheSettings;
import org.hibernate.cfg.JdbcSettings;
import org.hibernate.jpa.HibernatePersistenceConfiguration;

/// Hibernate with its caches.
final class Entities {

    private Entities() {}

    static SessionFactory sessionFactory(DataSource dataSource) {
        return new HibernatePersistenceConfiguration("windfall")
                .managedClasses(
                        PeriodEntity.class,
                        DrawEntity.class,
                        VersionEntity.class,
                        TierEntity.class,
                        WinningEntity.class)
                .property(JdbcSettings.JAKARTA_NON_JTA_DATASOURCE, dataSource)
                .property(CacheSettings.USE_SECOND_LEVEL_CACHE, true)
                .property(CacheSettings.USE_QUERY_CACHE, true)
                .property(CacheSettings.USE_DIRECT_REFERENCE_CACHE_ENTRIES, true)
                .property(CacheSettings.CACHE_REGION_FACTORY, "jcache")
                // a region that is not set up would copy all that is in it
                .property("hibernate.javax.cache.missing_cache_strategy", "fail")
                .createEntityManagerFactory();
    }
}
