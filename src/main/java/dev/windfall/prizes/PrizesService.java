package dev.windfall.prizes;

import dev.windfall.draw.PublishedDraw;
import dev.windfall.draw.SubscriptionPeriod;
import dev.windfall.draw.Tier;
import dev.windfall.prizes.Snapshot.DrawWinners;
import dev.windfall.prizes.Snapshot.PeriodDraws;
import dev.windfall.prizes.SubscriberPrizes.DrawPrizes;
import dev.windfall.prizes.SubscriberPrizes.PeriodPrizes;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Answers one subscriber out of what is the same for everybody: pure Java, no I/O.
public final class PrizesService {

    private final Snapshots snapshots;

    private final PeriodArchive archive;

    public PrizesService(Snapshots snapshots, PeriodArchive archive) {
        this.snapshots = snapshots;
        this.archive = archive;
    }

    /// What a subscriber won in the last three periods. Who never took part has won nothing, as far as this knows.
    ///
    /// @throws NoSnapshotYet if nothing is known about anybody
    public SubscriberPrizes prizesOf(int subscriber) {
        Snapshot snapshot = snapshots.current();
        List<PeriodPrizes> periods = snapshot.periods().stream()
                .map(period -> prizesIn(period, subscriber))
                .toList();
        return prizes(snapshot, periods);
    }

    /// What a subscriber won in one period, however long ago; empty for a period that is not in the archive.
    ///
    /// @throws NoSnapshotYet if nothing is known about anybody
    public Optional<SubscriberPrizes> prizesOf(int subscriber, SubscriptionPeriod period) {
        Snapshot snapshot = snapshots.current();
        return archive.draws(snapshot, period).map(draws -> prizes(snapshot, List.of(prizesIn(draws, subscriber))));
    }

    private static SubscriberPrizes prizes(Snapshot snapshot, List<PeriodPrizes> periods) {
        return new SubscriberPrizes(snapshot.dataVersion(), snapshot.asOf(), snapshot.completeThrough(), periods);
    }

    private static PeriodPrizes prizesIn(PeriodDraws period, int subscriber) {
        List<DrawPrizes> draws = period.published().stream()
                .map(draw -> prizesIn(draw, subscriber))
                .toList();
        return new PeriodPrizes(period.period(), draws, period.pending());
    }

    private static DrawPrizes prizesIn(DrawWinners drawn, int subscriber) {
        PublishedDraw draw = drawn.draw();
        List<Tier> won = Arrays.stream(drawn.winners().tiersOf(subscriber))
                .mapToObj(draw.tiers()::get)
                .toList();
        return new DrawPrizes(draw.draw(), draw.edition(), won);
    }
}
