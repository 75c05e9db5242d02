package dev.windfall.bench.alternative;

import dev.windfall.draw.DrawRepository;
import dev.windfall.draw.PendingDraw;
import dev.windfall.draw.PublishedDraw;
import dev.windfall.draw.SubscriptionPeriod;
import dev.windfall.draw.Winners;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/// The draws without their winners: a node of an alternative has nothing of Windfall's memory, and what it knows about
/// draws it knows like any other node.
final class WithoutWinners implements DrawRepository {

    private final DrawRepository draws;

    private WithoutWinners(DrawRepository draws) {
        this.draws = draws;
    }

    static class Beans {
        @Bean
        @Primary
        DrawRepository drawsWithoutWinners(@Qualifier("jdbcDrawRepository") DrawRepository draws) {
            return new WithoutWinners(draws);
        }
    }

    @Override
    public long dataVersion() {
        return draws.dataVersion();
    }

    @Override
    public List<PublishedDraw> publishedDraws(SubscriptionPeriod period) {
        return draws.publishedDraws(period);
    }

    @Override
    public List<PendingDraw> pendingDraws(SubscriptionPeriod period) {
        return draws.pendingDraws(period);
    }

    @Override
    public Map<Integer, SubscriptionPeriod> periodsOfDraws() {
        return draws.periodsOfDraws();
    }

    @Override
    public Winners winners(PublishedDraw draw) {
        return Winners.builder(0).build();
    }
}
