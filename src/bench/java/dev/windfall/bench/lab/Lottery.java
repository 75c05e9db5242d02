package dev.windfall.bench.lab;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// A lottery that is played on Saturdays, with the tiers and odds of EuroMillions: thirteen tiers, of which the last
/// has almost all the winners.
///
/// @param subscribers numbered from 1
/// @param winnersPerDraw prizes of each draw, over all tiers
public record Lottery(int subscribers, int winnersPerDraw) implements Serializable {

    /// The day that all programs take for today: thirteen Saturdays are drawn and published in the last three months,
    /// and the draw of this day is still to come.
    public static final LocalDate TODAY = LocalDate.of(2026, 10, 31);

    /// A day before all draws, from which all subscribers take part for a year.
    public static final int FIRST_PERIOD = 202606;

    /// Public odds, one in so many lines; amounts are about what these tiers pay.
    private enum Tier {
        FIVE_AND_TWO("5 + 2", 139_838_160, "17000000.00"),
        FIVE_AND_ONE("5 + 1", 6_991_908, "250000.00"),
        FIVE("5", 3_107_515, "25000.00"),
        FOUR_AND_TWO("4 + 2", 621_503, "1400.50"),
        FOUR_AND_ONE("4 + 1", 31_075, "120.20"),
        THREE_AND_TWO("3 + 2", 14_125, "60.40"),
        FOUR("4", 13_811, "45.10"),
        TWO_AND_TWO("2 + 2", 985, "15.30"),
        THREE_AND_ONE("3 + 1", 706, "11.90"),
        THREE("3", 314, "9.60"),
        ONE_AND_TWO("1 + 2", 188, "7.50"),
        TWO_AND_ONE("2 + 1", 49, "5.80"),
        TWO("2", 22, "4.00");

        private final String label;
        private final double chance;
        private final String amount;

        Tier(String label, int oneIn, String amount) {
            this.label = label;
            this.chance = 1.0 / oneIn;
            this.amount = amount;
        }
    }

    /// The same out of its parts in text.
    static Lottery of(String subscribers, String winnersPerDraw) {
        return new Lottery(Integer.parseInt(subscribers), Integer.parseInt(winnersPerDraw));
    }

    /// In lower case, as folders and databases are named.
    public String name() {
        return "lottery_%d_%d".formatted(subscribers, winnersPerDraw);
    }

    /// The dates of the draws that are published before anything is measured, oldest first.
    public static List<LocalDate> pastDates(int draws) {
        List<LocalDate> dates = new ArrayList<>();
        for (int weeks = draws; weeks >= 1; weeks--) {
            dates.add(TODAY.minusWeeks(weeks));
        }
        return dates;
    }

    /// A prize table with a draw on each of these dates.
    public Path writePrizeTable(Path file, List<LocalDate> dates) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("draw_date,draw_no,tier,prize_amount,currency,winners_count");
        dates.forEach(date -> addRows(lines, date));
        return Files.write(file, lines);
    }

    public static String drawNumber(LocalDate date) {
        return "S" + date.toString().replace("-", "");
    }

    private void addRows(List<String> lines, LocalDate date) {
        double all = 0;
        for (Tier tier : Tier.values()) {
            all += tier.chance;
        }
        int left = winnersPerDraw;
        for (Tier tier : Tier.values()) {
            int winners = tier == Tier.TWO ? left : (int) Math.round(winnersPerDraw * tier.chance / all);
            left -= winners;
            lines.add("%s,%s,%s,%s,EUR,%d"
                    .formatted(date, drawNumber(date), tier.label, winners == 0 ? "0.00" : tier.amount, winners));
        }
    }
}
