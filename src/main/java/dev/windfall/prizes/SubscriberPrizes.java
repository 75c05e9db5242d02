package dev.windfall.prizes;

import dev.windfall.draw.Draw;
import dev.windfall.draw.Edition;
import dev.windfall.draw.Money;
import dev.windfall.draw.PendingDraw;
import dev.windfall.draw.Prize;
import dev.windfall.draw.PublishedDraw;
import dev.windfall.draw.SubscriptionPeriod;
import dev.windfall.draw.Tier;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What one subscriber won in the last three periods, or in a single one, and up to where that is known.
///
/// @param dataVersion the version of the snapshot that answered
/// @param asOf when that was last seen to be the state of the database
/// @param completeThrough the last draw up to which every draw is published; empty if none is
/// @param lastDrawDate of all draws of the last three periods, published or not: a draw is declared once it is drawn
/// @param periods newest first
public record SubscriberPrizes(
        long dataVersion,
        Instant asOf,
        Optional<Draw> completeThrough,
        Optional<LocalDate> lastDrawDate,
        List<PeriodPrizes> periods) {

    public SubscriberPrizes {
        periods = List.copyOf(periods);
    }

    /// A period's draws, newest first.
    ///
    /// @param pending draws whose winners nobody knows yet
    public record PeriodPrizes(SubscriptionPeriod period, List<DrawPrizes> draws, List<PendingDraw> pending) {
        public PeriodPrizes {
            draws = List.copyOf(draws);
            pending = List.copyOf(pending);
        }

        /// The same but for the draw in one place.
        PeriodPrizes with(int place, DrawPrizes prizes) {
            List<DrawPrizes> changed = new ArrayList<>(draws);
            changed.set(place, prizes);
            return new PeriodPrizes(period, changed, pending);
        }

        public List<DrawPrizes> won() {
            return draws.stream().filter(DrawPrizes::won).toList();
        }

        public List<DrawPrizes> notWon() {
            return draws.stream().filter(draw -> !draw.won()).toList();
        }
    }

    /// @param prizes a tier for each prize, in the order of the prize table; empty if nothing was won in this draw
    public record DrawPrizes(Draw draw, Edition edition, List<Tier> prizes) {
        public DrawPrizes {
            prizes = List.copyOf(prizes);
        }

        static DrawPrizes of(PublishedDraw draw, List<Tier> prizes) {
            return new DrawPrizes(draw.draw(), draw.edition(), prizes);
        }

        public boolean won() {
            return !prizes.isEmpty();
        }

        /// What is paid out for this draw, one sum for each currency.
        public Collection<Money> totals() {
            return won() ? SubscriberPrizes.totals(prizes.stream().map(Tier::prize)) : List.of();
        }
    }

    /// What is paid out, one sum for each currency, by currency code. Items are not part of it.
    public Collection<Money> totals() {
        return totals(prizes());
    }

    private static Collection<Money> totals(Stream<Prize> prizes) {
        Map<String, Money> totals = new TreeMap<>();
        prizes.filter(Prize.Cash.class::isInstance)
                .map(Prize::value)
                .forEach(amount -> totals.merge(code(amount.currency()), amount, Money::plus));
        return totals.values();
    }

    /// The things won, in the order of their draws, newest first.
    public List<Prize.Item> items() {
        return prizes().filter(Prize.Item.class::isInstance)
                .map(Prize.Item.class::cast)
                .toList();
    }

    public boolean won() {
        return prizes().findAny().isPresent();
    }

    /// How many of the draws were published after a state of everything published.
    public long publishedSince(long earlierDataVersion) {
        return draws().filter(draw -> draw.edition().dataVersion() > earlierDataVersion)
                .count();
    }

    /// The data version of the last of these draws that was published up to a state of everything published; 0 if none
    /// was.
    public long newestUpTo(long earlierDataVersion) {
        return draws().mapToLong(draw -> draw.edition().dataVersion())
                .filter(dataVersion -> dataVersion <= earlierDataVersion)
                .max()
                .orElse(0);
    }

    /// The same as of another time.
    public SubscriberPrizes seenAt(Instant time) {
        return new SubscriberPrizes(dataVersion, time, completeThrough, lastDrawDate, periods);
    }

    /// Tells answers apart that show something else: a month that begins changes what is shown without a publication.
    public String shown() {
        return dataVersion + " of " + periods.stream().map(PeriodPrizes::period).toList();
    }

    /// How many draws of these periods are not published: what was won in them, nobody knows.
    public long pendingCount() {
        return periods.stream().mapToLong(period -> period.pending().size()).sum();
    }

    /// Whether nothing is known of any draw.
    public boolean unknown() {
        return periods.stream().allMatch(period -> period.draws().isEmpty());
    }

    private Stream<Prize> prizes() {
        // most draws are without one, and a stream for each of them would take longer than all else
        return draws().filter(DrawPrizes::won)
                .flatMap(draw -> draw.prizes().stream())
                .map(Tier::prize);
    }

    private Stream<DrawPrizes> draws() {
        return periods.stream().mapMulti((period, each) -> period.draws().forEach(each));
    }

    private static String code(Currency currency) {
        return currency.getCurrencyCode();
    }
}
