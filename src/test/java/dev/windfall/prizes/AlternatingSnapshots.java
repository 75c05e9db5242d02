package dev.windfall.prizes;

import static dev.windfall.prizes.Lottery.winners;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;

import java.time.Duration;

/// Between any two looks at it another state has come: whoever looks twice for one answer mixes them. Subscriber 7 has
/// won in the only draw of the first state, and in both draws of the second.
public final class AlternatingSnapshots {

    private final Lottery lottery = Lottery.on("2026-11-21").withPeriods(202609, 202610, 202611);
    private final Snapshots snapshots = mock(Snapshots.class);

    public AlternatingSnapshots() {
        Snapshots real = lottery.snapshots();
        lottery.publish(1, "1", "2026-11-07", winners().add(7, 0));
        Snapshot first = real.refresh();
        lottery.publish(2, "2", "2026-11-14", winners().add(7, 1));
        Snapshot second = real.refresh();
        when(snapshots.current()).thenReturn(first, second);
    }

    public Lottery lottery() {
        return lottery;
    }

    public Snapshots snapshots() {
        return snapshots;
    }

    public PrizesService service() {
        return new PrizesService(snapshots, lottery.archive());
    }

    public Freshness freshness() {
        return new Freshness(lottery.calendar(), Duration.ofMinutes(1));
    }

    public void verifyLookedOnce() {
        verify(snapshots, times(1)).current();
        verifyNoMoreInteractions(snapshots);
    }
}
