package dev.windfall.demo;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// A week of the demo lottery, which draws on Saturdays. Everything follows from the date, so that a week looks the
/// same whenever it is added.
///
/// @param saturday the day of its draw
record DemoWeek(LocalDate saturday) {

    static final Set<String> ITEM_TIERS = Set.of("City bicycle", "Gift hamper");

    static final DayOfWeek DRAW_DAY = DayOfWeek.SATURDAY;

    private static final LocalDate FIRST_SATURDAY = LocalDate.of(2020, 1, 4);

    /// @param perMillion winners of a million subscribers; there is one at least
    private record DemoTier(String name, BigDecimal amount, int perMillion) {

        DemoTier(String name, String amount, int perMillion) {
            this(name, new BigDecimal(amount), perMillion);
        }

        long winnersAmong(int subscribers) {
            return Math.max(1, (long) subscribers * perMillion / 1_000_000);
        }
    }

    private static final List<DemoTier> TIERS = List.of(
            new DemoTier("Main prize", "100000.00", 1),
            new DemoTier("City bicycle", "899.00", 300),
            new DemoTier("1,000 euros", "1000.00", 300),
            new DemoTier("100 euros", "100.00", 2_000),
            new DemoTier("Gift hamper", "49.95", 5_000),
            new DemoTier("25 euros", "25.00", 10_000),
            new DemoTier("10 euros", "10.00", 50_000),
            new DemoTier("5 euros", "5.00", 160_000));

    /// The weeks whose draw is on one of these days, the first first.
    static List<DemoWeek> between(LocalDate from, LocalDate to) {
        return from.with(TemporalAdjusters.nextOrSame(DRAW_DAY))
                .datesUntil(to.plusDays(1), Period.ofWeeks(1))
                .map(DemoWeek::new)
                .toList();
    }

    /// The last week whose draw has been.
    static DemoWeek last(LocalDate today) {
        return new DemoWeek(today.with(TemporalAdjusters.previousOrSame(DRAW_DAY)));
    }

    static String prizeTable(List<DemoWeek> weeks, int subscribers) {
        return weeks.stream()
                .flatMap(week -> TIERS.stream().map(tier -> week.row(tier, subscribers)))
                .collect(Collectors.joining("", "draw_date,draw_no,tier,prize_amount,currency,winners_count\n", ""));
    }

    /// Counts the Saturdays since the lottery began. No real lottery's draw is likely to be called so.
    String drawNumber() {
        return "D" + (1 + ChronoUnit.WEEKS.between(FIRST_SATURDAY, saturday));
    }

    private String row(DemoTier tier, int subscribers) {
        return "%s,%s,\"%s\",%s,EUR,%d\n"
                .formatted(saturday, drawNumber(), tier.name(), tier.amount(), winners(tier, subscribers));
    }

    /// The main prize is not won every week.
    private long winners(DemoTier tier, int subscribers) {
        boolean main = tier.equals(TIERS.getFirst());
        return main && saturday.getDayOfYear() % 3 == 0 ? 0 : tier.winnersAmong(subscribers);
    }
}
