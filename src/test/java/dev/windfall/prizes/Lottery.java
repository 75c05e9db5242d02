package dev.windfall.prizes;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.lenient;
import static org.mockito.Mockito.mock;

import dev.windfall.draw.ConsistentRead;
import dev.windfall.draw.Draw;
import dev.windfall.draw.DrawRepository;
import dev.windfall.draw.LotteryCalendar;
import dev.windfall.draw.Money;
import dev.windfall.draw.PendingDraw;
import dev.windfall.draw.PeriodRepository;
import dev.windfall.draw.Prize;
import dev.windfall.draw.PublishedDraw;
import dev.windfall.draw.SubscriptionPeriod;
import dev.windfall.draw.Tier;
import dev.windfall.draw.Winners;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/// A small lottery for unit tests: says what the mocked repositories answer.
final class Lottery {

    static final Tier FOUR_CORRECT = cash("4 correct", "1035.22", "BRL");
    static final Tier FIVE_CORRECT = cash("5 correct", "41234.00", "BRL");
    static final Tier EURO_BONUS = cash("Euro bonus", "25.00", "EUR");
    static final Tier HAMPER = new Tier("Gift hamper", new Prize.Item("Gift hamper", Money.of("49.00", "BRL")), 1);
    static final List<Tier> TIERS = List.of(FIVE_CORRECT, FOUR_CORRECT, EURO_BONUS, HAMPER);

    final PeriodRepository periods = mock(PeriodRepository.class);
    final DrawRepository draws = mock(DrawRepository.class);
    final TestHeap heap = new TestHeap();

    private final TreeSet<SubscriptionPeriod> begun = new TreeSet<>(Comparator.reverseOrder());
    private final Map<SubscriptionPeriod, List<PublishedDraw>> published = new TreeMap<>();
    private final Map<SubscriptionPeriod, List<PendingDraw>> pending = new TreeMap<>();
    private final ZoneId zone;
    private Instant now;
    private long dataVersion;

    private Lottery(Instant now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
        lenient().when(draws.dataVersion()).thenAnswer(_ -> dataVersion);
        lenient()
                .when(periods.lastPeriods(any(), anyInt()))
                .thenAnswer(question -> begun.stream()
                        .filter(period -> period.compareTo(question.getArgument(0)) <= 0)
                        .limit(question.getArgument(1, Integer.class))
                        .toList());
        lenient()
                .when(draws.publishedDraws(any()))
                .thenAnswer(question ->
                        published.getOrDefault(question.<SubscriptionPeriod>getArgument(0), List.of()).stream()
                                .sorted(Comparator.comparing(PublishedDraw::draw, Draw.NEWEST_FIRST))
                                .toList());
        lenient()
                .when(draws.pendingDraws(any()))
                .thenAnswer(question -> pending.getOrDefault(question.<SubscriptionPeriod>getArgument(0), List.of()));
    }

    /// At noon of a day in Amsterdam.
    static Lottery on(String date) {
        ZoneId amsterdam = ZoneId.of("Europe/Amsterdam");
        return at(LocalDate.parse(date).atTime(12, 0).atZone(amsterdam).toInstant(), amsterdam);
    }

    static Lottery at(Instant now, ZoneId zone) {
        return new Lottery(now, zone);
    }

    Lottery withPeriods(int... ids) {
        for (int id : ids) {
            begun.add(new SubscriptionPeriod(id));
        }
        return this;
    }

    /// Publishes a draw under the given version with [#TIERS].
    PublishedDraw publish(int version, String number, String date, Winners.Builder winners) {
        return publish(version, number, date, TIERS, winners);
    }

    PublishedDraw publish(int version, String number, String date, List<Tier> tiers, Winners.Builder winners) {
        var draw = new PublishedDraw(new Draw(version, number, LocalDate.parse(date)), version, false, tiers);
        published.computeIfAbsent(draw.draw().period(), _ -> new ArrayList<>()).add(draw);
        Winners built = winners.build();
        lenient().when(draws.winners(draw)).thenReturn(built);
        dataVersion++;
        return draw;
    }

    /// Takes a published draw out of the catalogue.
    void withdraw(PublishedDraw draw) {
        published.getOrDefault(draw.draw().period(), List.of()).remove(draw);
        dataVersion++;
    }

    Draw declare(int id, String number, String date) {
        var draw = new Draw(id, number, LocalDate.parse(date));
        pending.computeIfAbsent(draw.period(), _ -> new ArrayList<>()).add(new PendingDraw(draw, false));
        dataVersion++;
        return draw;
    }

    void setNow(Instant later) {
        now = later;
    }

    LotteryCalendar calendar() {
        InstantSource source = () -> now;
        return new LotteryCalendar(source.withZone(zone), zone);
    }

    Snapshots snapshots() {
        return new Snapshots(loader(), calendar());
    }

    SnapshotLoader loader() {
        ConsistentRead atOnce = new ConsistentRead() {
            @Override
            public <T> T of(Supplier<T> questions) {
                return questions.get();
            }
        };
        return new SnapshotLoader(periods, draws, atOnce, calendar(), new HeapGuard(heap));
    }

    PrizesService service() {
        Snapshots snapshots = snapshots();
        snapshots.refresh();
        return new PrizesService(snapshots);
    }

    static Winners.Builder winners() {
        return Winners.builder(4);
    }

    /// The place of a tier in [#TIERS].
    static int tier(Tier tier) {
        return TIERS.indexOf(tier);
    }

    private static Tier cash(String name, String amount, String currency) {
        return new Tier(name, new Prize.Cash(Money.of(amount, currency)), 1);
    }
}
