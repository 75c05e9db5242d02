package dev.windfall.prizes;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.lenient;
import static org.mockito.Mockito.mock;

import dev.windfall.draw.ConsistentRead;
import dev.windfall.draw.Draw;
import dev.windfall.draw.DrawRepository;
import dev.windfall.draw.Edition;
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
public final class Lottery {

    static final Tier FOUR_CORRECT = cash("4 correct", "1035.22", "BRL");
    static final Tier FIVE_CORRECT = cash("5 correct", "41234.00", "BRL");
    static final Tier EURO_BONUS = cash("Euro bonus", "25.00", "EUR");
    static final Tier HAMPER = new Tier("Gift hamper", new Prize.Item("Gift hamper", Money.of("49.00", "BRL")), 1);
    public static final List<Tier> TIERS = List.of(FIVE_CORRECT, FOUR_CORRECT, EURO_BONUS, HAMPER);

    private static final int MEBIBYTE = 1 << 20;
    private static final ConsistentRead AT_ONCE = new ConsistentRead() {
        @Override
        public <T> T of(Supplier<T> questions) {
            return questions.get();
        }
    };

    final PeriodRepository periods = mock(PeriodRepository.class);
    final DrawRepository draws = mock(DrawRepository.class);
    final TestHeap heap = new TestHeap();
    final EarlierWinners earlierWinners = new EarlierWinners(draws, MEBIBYTE);

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
        lenient().when(draws.periodsOfDraws()).thenAnswer(_ -> periodsOfDraws());
    }

    private Map<Integer, SubscriptionPeriod> periodsOfDraws() {
        Map<Integer, SubscriptionPeriod> all = new TreeMap<>();
        published.forEach((period, of) -> of.forEach(draw -> all.put(draw.draw().id(), period)));
        pending.forEach((period, of) -> of.forEach(draw -> all.put(draw.draw().id(), period)));
        return all;
    }

    /// At noon of a day in Amsterdam.
    public static Lottery on(String date) {
        ZoneId amsterdam = ZoneId.of("Europe/Amsterdam");
        return at(LocalDate.parse(date).atTime(12, 0).atZone(amsterdam).toInstant(), amsterdam);
    }

    static Lottery at(Instant now, ZoneId zone) {
        return new Lottery(now, zone);
    }

    public Lottery withPeriods(int... ids) {
        for (int id : ids) {
            begun.add(new SubscriptionPeriod(id));
        }
        return this;
    }

    /// Publishes a draw under the given version with [#TIERS].
    public PublishedDraw publish(int version, String number, String date, Winners.Builder winners) {
        return publish(version, number, date, TIERS, winners);
    }

    public PublishedDraw publish(int version, String number, String date, List<Tier> tiers, Winners.Builder winners) {
        var edition = new Edition(version, now, false);
        var draw = new PublishedDraw(new Draw(version, number, LocalDate.parse(date)), version, edition, tiers);
        published.computeIfAbsent(draw.draw().period(), _ -> new ArrayList<>()).add(draw);
        Winners built = winners.build();
        lenient().when(draws.winners(draw)).thenReturn(built);
        dataVersion++;
        return draw;
    }

    /// Takes a published draw out of the catalogue.
    public void withdraw(PublishedDraw draw) {
        published.getOrDefault(draw.draw().period(), List.of()).remove(draw);
        dataVersion++;
    }

    public Draw declare(int id, String number, String date) {
        var draw = new Draw(id, number, LocalDate.parse(date));
        pending.computeIfAbsent(draw.period(), _ -> new ArrayList<>()).add(new PendingDraw(draw, false));
        dataVersion++;
        return draw;
    }

    public void setNow(Instant later) {
        now = later;
    }

    /// Leaves no room for another draw.
    public void fillHeap() {
        heap.usedBytes = heap.maxBytes;
    }

    public LotteryCalendar calendar() {
        InstantSource source = () -> now;
        return new LotteryCalendar(source.withZone(zone), zone);
    }

    public Snapshots snapshots() {
        return new Snapshots(loader(), calendar());
    }

    SnapshotLoader loader() {
        return new SnapshotLoader(periods, draws, AT_ONCE, calendar(), guard());
    }

    /// With room for 1 MiB of winners and as much of results.
    public PeriodArchive archive() {
        return new PeriodArchive(draws, AT_ONCE, earlierWinners, guard(), MEBIBYTE);
    }

    private HeapGuard guard() {
        return new HeapGuard(heap, earlierWinners::letGo);
    }

    public PrizesService service() {
        Snapshots snapshots = snapshots();
        snapshots.refresh();
        return new PrizesService(snapshots, archive());
    }

    public static Winners.Builder winners() {
        return Winners.builder(4);
    }

    /// The place of a tier in [#TIERS].
    public static int tier(Tier tier) {
        return TIERS.indexOf(tier);
    }

    private static Tier cash(String name, String amount, String currency) {
        return new Tier(name, new Prize.Cash(Money.of(amount, currency)), 1);
    }
}
