package dev.windfall.prizes.page;

import dev.windfall.draw.PendingDraw;
import dev.windfall.draw.SubscriptionPeriod;
import dev.windfall.draw.Tier;
import dev.windfall.prizes.Journey;
import dev.windfall.prizes.Journey.Stage;
import dev.windfall.prizes.SubscriberPrizes.DrawPrizes;
import dev.windfall.prizes.SubscriberPrizes.PeriodPrizes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// All that a page shows of a month, in pieces that are equal for all to whom they look the same: few subscribers have
/// the same month, but many share each of its draws.
///
/// @param won draws with a prize, newest first
/// @param notWon draws without one
record OwnMonth(Outline outline, List<OwnDraw> won, List<OwnDraw> notWon) {

    OwnMonth {
        won = List.copyOf(won);
        notWon = List.copyOf(notWon);
    }

    /// What is around the draws.
    ///
    /// @param won whether there is a prize
    /// @param notWonCount how many draws have none
    record Outline(SubscriptionPeriod period, List<PendingDraw> pending, boolean won, int notWonCount) {

        Outline {
            pending = List.copyOf(pending);
        }

        public boolean isEmpty() {
            return !won && notWonCount == 0 && pending.isEmpty();
        }
    }

    /// One draw.
    ///
    /// @param journeys of the things that were won in it
    /// @param isNew whether it was published since the last visit
    record OwnDraw(DrawPrizes prizes, List<Journey> journeys, boolean isNew) {

        OwnDraw {
            journeys = List.copyOf(journeys);
        }

        /// Prize by prize.
        public List<OwnPrize> each() {
            List<OwnPrize> each = new ArrayList<>();
            Map<String, Integer> places = new HashMap<>();
            for (Tier tier : prizes.prizes()) {
                int place = places.merge(tier.name(), 1, Integer::sum);
                each.add(new OwnPrize(tier, stages(tier, place)));
            }
            return each;
        }

        private List<Stage> stages(Tier tier, int place) {
            return journeys.stream()
                    .filter(journey -> journey.tier().equals(tier.name()) && journey.place() == place)
                    .flatMap(journey -> journey.stages().stream())
                    .toList();
        }
    }

    /// @param stages what happened to it since, as far as that is known
    record OwnPrize(Tier tier, List<Stage> stages) {}

    /// @param seen the data version that was shown in the visit before
    /// @param journeys of all things that the subscriber won
    static OwnMonth since(long seen, PeriodPrizes prizes, List<Journey> journeys) {
        List<OwnDraw> won = marked(prizes.won(), journeys, seen);
        List<OwnDraw> notWon = marked(prizes.notWon(), List.of(), seen);
        return new OwnMonth(new Outline(prizes.period(), prizes.pending(), !won.isEmpty(), notWon.size()), won, notWon);
    }

    /// A month that is looked back at, in which nothing counts as new.
    static OwnMonth earlier(PeriodPrizes prizes, List<Journey> journeys) {
        return since(Long.MAX_VALUE, prizes, journeys);
    }

    private static List<OwnDraw> marked(List<DrawPrizes> draws, List<Journey> journeys, long seen) {
        return draws.stream()
                .map(draw ->
                        new OwnDraw(draw, in(draw, journeys), draw.edition().dataVersion() > seen))
                .toList();
    }

    private static List<Journey> in(DrawPrizes draw, List<Journey> journeys) {
        // most have none
        return journeys.isEmpty()
                ? List.of()
                : journeys.stream()
                        .filter(journey -> journey.drawId() == draw.draw().id())
                        .toList();
    }
}
