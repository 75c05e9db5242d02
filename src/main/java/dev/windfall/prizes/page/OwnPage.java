package dev.windfall.prizes.page;

import dev.windfall.prizes.Journey;
import dev.windfall.prizes.SubscriberPrizes;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// All that the page of prizes shows a subscriber of the last three months, so that it is equal for all to whom it
/// looks the same: most have won nothing or one prize.
///
/// @param prizes as of no special time, which the page shows elsewhere
/// @param nextDraw when the next draw is, if that is known
/// @param seen the data version of the newest draw that was shown in the visit before; 0 if none of these was
/// @param journeys of the things that were won
record OwnPage(SubscriberPrizes prizes, Optional<LocalDate> nextDraw, long seen, List<Journey> journeys) {

    OwnPage {
        journeys = List.copyOf(journeys);
    }

    /// @param before the data version that was shown in the visit before
    static OwnPage of(SubscriberPrizes prizes, Optional<LocalDate> nextDraw, long before, List<Journey> journeys) {
        return new OwnPage(prizes.seenAt(Instant.EPOCH), nextDraw, prizes.newestUpTo(before), journeys);
    }

    Summary summary() {
        return Summary.of(prizes, nextDraw, seen);
    }

    List<WinningsChart> charts() {
        return WinningsChart.of(prizes);
    }

    /// The last thing that happened to each of the parcels of which there is news.
    List<ParcelNews> parcels() {
        return journeys.stream()
                .filter(Journey::news)
                .filter(this::isShown)
                .map(journey -> new ParcelNews(journey.tier(), journey.stages().getLast()))
                .toList();
    }

    /// Whether it is of a prize that the page shows: a correction may have taken it back.
    private boolean isShown(Journey journey) {
        return prizes.periods().stream()
                .flatMap(period -> period.won().stream())
                .anyMatch(won -> won.draw().id() == journey.drawId()
                        && won.prizes().stream().anyMatch(tier -> tier.name().equals(journey.tier())));
    }

    /// @param thing what is in the parcel
    record ParcelNews(String thing, Journey.Stage stage) {}

    List<OwnMonth> months() {
        return prizes.periods().stream()
                .map(period -> OwnMonth.since(seen, period, journeys))
                .toList();
    }
}
