package dev.windfall.prizes;

import dev.windfall.draw.ConsistentRead;
import dev.windfall.draw.DrawRepository;
import dev.windfall.draw.LotteryCalendar;
import dev.windfall.draw.PeriodRepository;
import dev.windfall.measure.CacheMeters;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PrizesSettings.class)
class PrizesConfiguration {

    /// Results without winners take this part of the memory beside the winners'.
    private static final int RESULTS_SHARE = 8;

    @Bean
    EarlierWinners earlierWinners(DrawRepository draws, PrizesSettings settings) {
        return new EarlierWinners(draws, settings.earlierMemory().toBytes());
    }

    @Bean
    HeapGuard heapGuard(EarlierWinners earlierWinners) {
        return new HeapGuard(JvmHeap.create(), earlierWinners::letGo);
    }

    @Bean
    SnapshotLoader snapshotLoader(
            PeriodRepository periods,
            DrawRepository draws,
            ConsistentRead consistentRead,
            LotteryCalendar calendar,
            HeapGuard guard) {
        return new SnapshotLoader(periods, draws, consistentRead, calendar, guard);
    }

    @Bean
    PeriodArchive periodArchive(
            DrawRepository draws,
            ConsistentRead consistentRead,
            EarlierWinners winners,
            HeapGuard guard,
            PrizesSettings settings) {
        long resultsBytes = settings.earlierMemory().toBytes() / RESULTS_SHARE;
        return new PeriodArchive(draws, consistentRead, winners, guard, resultsBytes);
    }

    @Bean
    Snapshots snapshots(SnapshotLoader loader, LotteryCalendar calendar) {
        return new Snapshots(loader, calendar);
    }

    @Bean
    PrizesService prizesService(Snapshots snapshots, PeriodArchive archive) {
        return new PrizesService(snapshots, archive);
    }

    @Bean
    Freshness freshness(LotteryCalendar calendar, PrizesSettings settings) {
        return new Freshness(calendar, settings.staleAfter());
    }

    @Bean
    MeterBinder winnersCacheMetrics(SnapshotLoader loader) {
        return new CacheMeters("winners", loader.cache(), loader::sizeBytes);
    }

    @Bean
    MeterBinder earlierWinnersCacheMetrics(EarlierWinners winners) {
        return new CacheMeters("earlier-winners", winners.cache());
    }

    @Bean
    MeterBinder archiveCacheMetrics(PeriodArchive archive) {
        return archive::bindTo;
    }
}
