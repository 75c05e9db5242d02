package dev.windfall.prizes;

import dev.windfall.draw.Draw;
import dev.windfall.draw.PendingDraw;
import dev.windfall.draw.PeriodResults;
import dev.windfall.draw.PublishedDraw;
import dev.windfall.draw.SubscriptionPeriod;
import dev.windfall.draw.Tier;
import dev.windfall.prizes.Snapshot.DrawWinners;
import dev.windfall.prizes.Snapshot.PeriodDraws;
import dev.windfall.prizes.SubscriberPrizes.DrawPrizes;
import dev.windfall.prizes.SubscriberPrizes.PeriodPrizes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Answers one subscriber out of what is the same for everybody, in plain Java: the last three periods without any I/O,
/// an earlier one after it was loaded for the first who asked.
public class PrizesService {

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
        // asked for everybody who looks, so it is no stream
        var periods = new PeriodPrizes[snapshot.periods().size()];
        for (int i = 0; i < periods.length; i++) {
            periods[i] = prizesIn(snapshot.periods().get(i), subscriber);
        }
        return new SubscriberPrizes(
                snapshot.dataVersion(),
                snapshot.asOf(),
                snapshot.completeThrough(),
                snapshot.lastDrawDate(),
                List.of(periods));
    }

    /// What a subscriber won in one period, however long ago, and up to where that is known of this period; empty for a
    /// period that is not in the archive.
    ///
    /// @throws NoSnapshotYet if nothing is known about anybody
    /// @throws SnapshotTooLarge if the heap has no room for the winners of one of its draws
    /// @throws ArchiveBusy if too many others look back
    public Optional<SubscriberPrizes> prizesOf(int subscriber, SubscriptionPeriod period) {
        Snapshot snapshot = snapshots.current();
        return snapshot.period(period)
                .map(shown -> prizesIn(shown, subscriber))
                .or(() -> archive.results(snapshot, period).map(earlier -> prizesIn(earlier, subscriber)))
                .map(prizes -> new SubscriberPrizes(
                        snapshot.dataVersion(),
                        snapshot.asOf(),
                        completeThrough(prizes),
                        snapshot.lastDrawDate(),
                        List.of(prizes)));
    }

    private static Optional<Draw> completeThrough(PeriodPrizes period) {
        return Draw.completeThrough(
                period.draws().stream().map(DrawPrizes::draw),
                period.pending().stream().map(PendingDraw::draw));
    }

    /// Winners of one draw at a time: however many look back, none holds those of a whole month.
    private PeriodPrizes prizesIn(PeriodResults earlier, int subscriber) {
        List<DrawPrizes> draws = earlier.published().stream()
                .map(draw -> prizes(draw, archive.winners(draw).tiersOf(subscriber)))
                .toList();
        return new PeriodPrizes(earlier.period(), draws, earlier.pending());
    }

    /// Only who won more than once in the period gets an answer made for him.
    private static PeriodPrizes prizesIn(PeriodDraws period, int subscriber) {
        PeriodPrizes prizes = period.shared().nothing();
        boolean won = false;
        for (int i = 0; i < period.published().size(); i++) {
            DrawWinners drawn = period.published().get(i);
            int[] tiers = drawn.winners().tiersOf(subscriber);
            if (tiers.length == 1 && !won) {
                prizes = period.shared().single(i, tiers[0]);
            } else if (tiers.length > 0) {
                prizes = prizes.with(i, prizes(drawn.draw(), tiers));
            }
            won |= tiers.length > 0;
        }
        return prizes;
    }

    private static DrawPrizes prizes(PublishedDraw draw, int[] tiers) {
        List<Tier> won = new ArrayList<>(tiers.length);
        for (int tier : tiers) {
            won.add(draw.tiers().get(tier));
        }
        return DrawPrizes.of(draw, won);
    }
}
