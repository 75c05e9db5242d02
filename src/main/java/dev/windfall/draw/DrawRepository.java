package dev.windfall.draw;

import java.util.List;
import java.util.Map;

/// The draws and their winners. Every answer is the same for all subscribers.
public interface DrawRepository {

    /// A number that grows with every draw declared or published: as long as it is the same, so are all answers here.
    long dataVersion();

    /// The published draws of a period with their prize tables, newest first.
    List<PublishedDraw> publishedDraws(SubscriptionPeriod period);

    /// The draws of a period that are declared and not published yet, newest first.
    List<PendingDraw> pendingDraws(SubscriptionPeriod period);

    /// Which period each draw belongs to, published or not, by the draws' ids.
    Map<Integer, SubscriptionPeriod> periodsOfDraws();

    /// All winners of one version of a draw, read in one sequence.
    Winners winners(PublishedDraw draw);
}
