package dev.windfall.prizes;

import dev.windfall.draw.Draw;
import dev.windfall.draw.PendingDraw;
import dev.windfall.draw.PeriodResults;
import dev.windfall.draw.PublishedDraw;
import dev.windfall.draw.SubscriptionPeriod;
import dev.windfall.draw.Winners;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// Everything published in the last three periods, as it was at one moment, the same for everybody. A request takes one
/// snapshot and answers from it alone, so that no page mixes two states.
///
/// @param dataVersion the state of everything declared and published, see
/// [dev.windfall.draw.DrawRepository#dataVersion()]
/// @param asOf when the database was last seen to be in this state
/// @param periods newest first, at most three
public record Snapshot(long dataVersion, Instant asOf, List<PeriodDraws> periods) {

    public Snapshot {
        periods = List.copyOf(periods);
    }

    /// A period with its draws, newest first.
    ///
    /// @param pending declared, and not published yet: nobody knows who won
    public record PeriodDraws(SubscriptionPeriod period, List<DrawWinners> published, List<PendingDraw> pending) {
        public PeriodDraws {
            published = List.copyOf(published);
            pending = List.copyOf(pending);
        }

        /// The same without the winners.
        public PeriodResults results() {
            return new PeriodResults(
                    period, published.stream().map(DrawWinners::draw).toList(), pending);
        }
    }

    public record DrawWinners(PublishedDraw draw, Winners winners) {}

    /// The last draw up to which every draw of these periods is published; empty if not even the first one is.
    public Optional<Draw> completeThrough() {
        return Draw.completeThrough(
                published().map(published -> published.draw().draw()), pending().map(PendingDraw::draw));
    }

    /// The period that has begun last, if any has.
    Optional<SubscriptionPeriod> newestPeriod() {
        return periods.stream().map(PeriodDraws::period).findFirst();
    }

    /// What everybody may know of these periods, newest first.
    public List<PeriodResults> results() {
        return periods.stream().map(PeriodDraws::results).toList();
    }

    /// The date of the last draw that is known of, published or not: a draw is declared once it is drawn.
    public Optional<LocalDate> lastDrawDate() {
        return draws().map(Draw::date).max(Comparator.naturalOrder());
    }

    /// Tells snapshots apart that show something else: a month that begins changes what is shown without a publication.
    public String shown() {
        return dataVersion + " through " + newestPeriod();
    }

    Optional<PeriodDraws> period(SubscriptionPeriod period) {
        return periods.stream().filter(draws -> draws.period().equals(period)).findFirst();
    }

    Optional<SubscriptionPeriod> periodOfDraw(int drawId) {
        return draws().filter(draw -> draw.id() == drawId).map(Draw::period).findFirst();
    }

    /// All published draws, newest first.
    Stream<DrawWinners> published() {
        return all(PeriodDraws::published);
    }

    /// All draws that are declared and not published yet, newest first.
    Stream<PendingDraw> pending() {
        return all(PeriodDraws::pending);
    }

    Snapshot seenAt(Instant later) {
        return new Snapshot(dataVersion, later, periods);
    }

    private Stream<Draw> draws() {
        return Stream.concat(
                published().map(published -> published.draw().draw()), pending().map(PendingDraw::draw));
    }

    private <T> Stream<T> all(Function<PeriodDraws, List<T>> part) {
        return periods.stream().map(part).flatMap(List::stream);
    }
}
