package dev.windfall.prizes;

import dev.windfall.draw.ConsistentRead;
import dev.windfall.draw.DrawRepository;
import dev.windfall.draw.LotteryCalendar;
import dev.windfall.draw.PeriodRepository;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PrizesSettings.class)
class PrizesConfiguration {

    @Bean
    SnapshotLoader snapshotLoader(
            PeriodRepository periods, DrawRepository draws, ConsistentRead consistentRead, LotteryCalendar calendar) {
        return new SnapshotLoader(periods, draws, consistentRead, calendar, new HeapGuard(JvmHeap.create()));
    }

    @Bean
    Snapshots snapshots(SnapshotLoader loader, LotteryCalendar calendar) {
        return new Snapshots(loader, calendar);
    }

    @Bean
    PrizesService prizesService(Snapshots snapshots) {
        return new PrizesService(snapshots);
    }

    @Bean
    MeterBinder winnersCacheMetrics(SnapshotLoader loader) {
        return registry -> CaffeineCacheMetrics.monitor(registry, loader.cache(), "winners");
    }
}
