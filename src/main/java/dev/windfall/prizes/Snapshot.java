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
/// @param completeThrough the last draw up to which every draw of these periods is published; empty if not even the
///     first one is
/// @param lastDrawDate of all draws of these periods, published or not: a draw is declared once it is drawn
public record Snapshot(
        long dataVersion,
        Instant asOf,
        List<PeriodDraws> periods,
        Optional<Draw> completeThrough,
        Optional<LocalDate> lastDrawDate) {

    public Snapshot {
        periods = List.copyOf(periods);
    }

    public static Snapshot of(long dataVersion, Instant asOf, List<PeriodDraws> periods) {
        List<Draw> published = all(periods, PeriodDraws::published)
                .map(drawn -> drawn.draw().draw())
                .toList();
        List<Draw> pending =
                all(periods, PeriodDraws::pending).map(PendingDraw::draw).toList();
        return new Snapshot(
                dataVersion,
                asOf,
                periods,
                Draw.completeThrough(published.stream(), pending.stream()),
                Stream.concat(published.stream(), pending.stream())
                        .map(Draw::date)
                        .max(Comparator.naturalOrder()));
    }

    /// A period with its draws, newest first.
    ///
    /// @param pending declared, and not published yet: nobody knows who won
    /// @param shared what subscribers won in this period who won the same
    public record PeriodDraws(
            SubscriptionPeriod period, List<DrawWinners> published, List<PendingDraw> pending, SharedPrizes shared) {

        public PeriodDraws {
            published = List.copyOf(published);
            pending = List.copyOf(pending);
        }

        /// @param published the draws of these results, in the same order
        static PeriodDraws of(PeriodResults results, List<DrawWinners> published) {
            return new PeriodDraws(results.period(), published, results.pending(), SharedPrizes.of(results));
        }

        /// The same without the winners.
        public PeriodResults results() {
            return new PeriodResults(
                    period, published.stream().map(DrawWinners::draw).toList(), pending);
        }
    }

    public record DrawWinners(PublishedDraw draw, Winners winners) {}

    /// The period that has begun last, if any has.
    Optional<SubscriptionPeriod> newestPeriod() {
        return periods.stream().map(PeriodDraws::period).findFirst();
    }

    /// What everybody may know of these periods, newest first.
    public List<PeriodResults> results() {
        return periods.stream().map(PeriodDraws::results).toList();
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
    public Stream<DrawWinners> published() {
        return all(periods, PeriodDraws::published);
    }

    /// All draws that are declared and not published yet, newest first.
    Stream<PendingDraw> pending() {
        return all(periods, PeriodDraws::pending);
    }

    Snapshot seenAt(Instant later) {
        return new Snapshot(dataVersion, later, periods, completeThrough, lastDrawDate);
    }

    private Stream<Draw> draws() {
        return Stream.concat(
                published().map(published -> published.draw().draw()), pending().map(PendingDraw::draw));
    }

    private static <T> Stream<T> all(List<PeriodDraws> periods, Function<PeriodDraws, List<T>> part) {
        return periods.stream().map(part).flatMap(List::stream);
    }
}
