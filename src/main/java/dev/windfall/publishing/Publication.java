package dev.windfall.publishing;

import dev.windfall.draw.LotteryCalendar;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Makes an imported draw public, in one transaction: of several attempts at once, one does it.
@Service
public class Publication {

    private final TransactionTemplate transaction;
    private final DrawVersions versions;
    private final Winnings winnings;
    private final LotteryCalendar calendar;
    private final ApplicationEventPublisher events;

    Publication(
            PlatformTransactionManager transactions,
            DrawVersions versions,
            Winnings winnings,
            LotteryCalendar calendar,
            ApplicationEventPublisher events) {
        this.transaction = new TransactionTemplate(transactions);
        this.versions = versions;
        this.winnings = winnings;
        this.calendar = calendar;
        this.events = events;
    }

    /// The numbers of the draws that are imported and not published, by date.
    public List<String> waitingDraws() {
        return versions.waitingDraws();
    }

    /// Publishes a draw and, once that is committed, the event [DrawPublished]. Waits some seconds for an import of the
    /// same draw that is under way.
    ///
    /// @param actor who does it
    /// @throws org.springframework.dao.CannotAcquireLockException if that import goes on longer
    public PublicationOutcome publish(String drawNumber, String actor) {
        PublicationOutcome outcome = transaction.execute(status -> versions.claim(drawNumber)
                .map(draw -> publish(drawNumber, draw, actor))
                .orElseGet(() -> new PublicationOutcome.NoSuchDraw(drawNumber)));
        if (outcome instanceof PublicationOutcome.Published published) {
            events.publishEvent(new DrawPublished(published.drawNumber(), published.dataVersion()));
        }
        return outcome;
    }

    private PublicationOutcome publish(String number, DrawVersions.Claim draw, String actor) {
        if (draw.isPublished()) {
            return new PublicationOutcome.AlreadyPublished(number);
        }
        if (draw.draftVersion().isEmpty() || !draw.hasWinners()) {
            return new PublicationOutcome.NotImported(number);
        }
        var version =
                new DrawVersions.Version(draw.drawId(), draw.draftVersion().getAsInt());
        long dataVersion = versions.nextDataVersion();
        winnings.attach(version, draw.period());
        versions.markPublished(version, dataVersion, calendar.now(), actor);
        return new PublicationOutcome.Published(number, dataVersion);
    }
}
