package dev.windfall.bench.alternative;

import com.netflix.hollow.api.consumer.HollowConsumer;
import com.netflix.hollow.api.consumer.fs.HollowFilesystemAnnouncementWatcher;
import com.netflix.hollow.api.consumer.fs.HollowFilesystemBlobRetriever;
import dev.windfall.prizes.PeriodArchive;
import dev.windfall.prizes.PrizesService;
import dev.windfall.prizes.Snapshot;
import dev.windfall.prizes.Snapshots;
import dev.windfall.prizes.SubscriberPrizes;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/// The winners of all draws in Hollow's memory.
final class HollowDataSet extends PrizesService {

    private final HollowWinnings winnings;
    private final Publications publications;

    private HollowDataSet(
            Snapshots snapshots, PeriodArchive archive, HollowWinnings winnings, Publications publications) {
        super(snapshots, archive);
        this.winnings = winnings;
        this.publications = publications;
    }

    static final class Beans extends WithoutWinners.Beans {

        private static final long PAUSE_NS = 20_000_000;

        @Bean
        HollowConsumer consumer(@Value("${bench.hollow}") Path folder) {
            return HollowConsumer.withBlobRetriever(new HollowFilesystemBlobRetriever(folder))
                    .withAnnouncementWatcher(new HollowFilesystemAnnouncementWatcher(folder))
                    .build();
        }

        @Bean
        HollowWinnings hollowWinnings(HollowConsumer consumer) {
            return new HollowWinnings(consumer);
        }

        @Bean(Publications.BEAN)
        Publications hollowRefreshes(Snapshots snapshots, HollowConsumer consumer, HollowWinnings winnings) {
            return new Publications(snapshots, published -> follow(consumer, winnings, published));
        }

        private static void follow(HollowConsumer consumer, HollowWinnings winnings, Snapshot published) {
            consumer.triggerRefresh();
            while (held(consumer) < published.dataVersion()) {
                LockSupport.parkNanos(PAUSE_NS);
                consumer.triggerRefresh();
            }
            winnings.index();
        }

        private static long held(HollowConsumer consumer) {
            String tag = consumer.getStateEngine() == null
                    ? null
                    : consumer.getStateEngine().getHeaderTag(HollowProducerProcess.DATA_VERSION);
            return tag == null ? -1 : Long.parseLong(tag);
        }

        @Bean
        @Primary
        PrizesService hollowDataSet(
                Snapshots snapshots, PeriodArchive archive, HollowWinnings winnings, Publications publications) {
            return new HollowDataSet(snapshots, archive, winnings, publications);
        }
    }

    @Override
    public SubscriberPrizes prizesOf(int subscriber) {
        return CataloguePrizes.of(publications.shown().orElseThrow(), winnings.of(subscriber));
    }
}
