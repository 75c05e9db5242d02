package dev.windfall.publishing.gate.figures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windfall.draw.Money;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DiagnosisTests {

    @Test
    void findsNothingWhereAllIsAsUsual() {
        assertThat(diagnosis(draw("25.00", 900, "5.00", 5000), weeks(30))).isEmpty();
    }

    @Test
    void asksWhetherTheDecimalPointWasLost() {
        assertThat(diagnosis(draw("2500.00", 1000, "5.00", 4800), weeks(30)))
                .containsExactly("Three prize_amount: 2500.00 EUR for a winner of tier \"Three\" is out of line: it was"
                        + " 25.00 EUR in its last 30 draws; 25.00 EUR would be in line: has the decimal point been lost,"
                        + " or is this in cents?");
    }

    @Test
    void asksWhetherTheDecimalPointIsInItsPlace() {
        assertThat(diagnosis(draw("25.00", 1000, "0.50", 4800), weeks(30)))
                .containsExactly("Two prize_amount: 0.50 EUR for a winner of tier \"Two\" is out of line: it was"
                        + " 5.00 EUR in its last 30 draws; 5.00 EUR would be in line: is the decimal point in its"
                        + " place?");
    }

    @Test
    void asksOfEachAmountOfADrawInCents() {
        assertThat(diagnosis(draw("2500.00", 1000, "500.00", 4800), weeks(30)))
                .hasSize(2)
                .allSatisfy(complaint -> assertThat(complaint).contains("or is this in cents?"))
                .satisfiesExactly(
                        three -> assertThat(three).startsWith("Three ").contains("; 25.00 EUR would"),
                        two -> assertThat(two).startsWith("Two ").contains("; 5.00 EUR would"));
    }

    @Test
    void asksWhetherCountsWereSwapped() {
        assertThat(diagnosis(draw("25.00", 4800, "5.00", 1000), weeks(30)))
                .hasSize(2)
                .allSatisfy(complaint ->
                        assertThat(complaint).contains("are the counts of tiers \"Three\" and \"Two\" swapped?"))
                .satisfiesExactly(
                        three -> assertThat(three)
                                .startsWith("Three winners_count: ")
                                .contains("; 1000 would be in line"),
                        two -> assertThat(two).startsWith("Two winners_count: ").contains("; 4800 would be in line"));
    }

    @Test
    void findsSeveralSlipsInOneDraw() {
        List<DrawFigures> past = IntStream.range(0, 30)
                .mapToObj(week ->
                        figures(tier("A", "500.00", 10 + week), tier("B", "70.00", 200), tier("C", "3.00", 3000)))
                .toList();

        assertThat(diagnosis(
                        figures(tier("A", "5000.00", 20), tier("B", "70.00", 200), tier("C", "300.00", 3000)), past))
                .satisfiesExactlyInAnyOrder(
                        a -> assertThat(a).startsWith("A prize_amount").contains("; 500.00 EUR would be in line"),
                        c -> assertThat(c).startsWith("C prize_amount").contains("; 3.00 EUR would be in line"));
    }

    @Test
    void saysWhatIsOutOfLineWithoutAnySlip() {
        assertThat(diagnosis(draw("37.11", 1000, "5.00", 4800), weeks(30)))
                .containsExactly("Three prize_amount: 37.11 EUR for a winner of tier \"Three\" is out of line: it was"
                        + " 25.00 EUR in its last 30 draws: look whether it is right");
        assertThat(diagnosis(draw("25.00", 1000, "5.00", 21), weeks(30)).getFirst())
                .startsWith(
                        "Two winners_count: a count of 21 in tier \"Two\" is out of line: it was 4001 to 5951 in its"
                                + " last 30 draws");
    }

    /// There have been smaller ones, but none that was less than all prizes of the tier below.
    @Test
    void holdsAJackpotAgainstTheOtherTiersOfItsDraw() {
        List<DrawFigures> past = IntStream.range(0, 40)
                .mapToObj(week -> {
                    int amount = 40_000 + 500 * week;
                    int count = 40 + week * 37 % 81;
                    int jackpot = amount * count * (2 + week % 10);
                    return figures(
                            tier("Six", jackpot + ".00", week % 3 == 0 ? 1 : 0), tier("Five", amount + ".00", count));
                })
                .toList();

        assertThat(diagnosis(figures(tier("Six", "3300000.37", 1), tier("Five", "55000.00", 100)), past))
                .containsExactly(
                        "Six prize_amount: all prizes of tier \"Six\" come to 0.6 times those of tier \"Five\","
                                + " which is out of line: it was 2 to 11 in the last 14 draws with both; 33000003.70 EUR would be"
                                + " in line: is the decimal point in its place?");
    }

    @Test
    void takesTheRangeOfLastYearOnly() {
        List<DrawFigures> past = IntStream.range(0, 150)
                .mapToObj(week -> figures(tier("A", week < 100 ? "20.00" : "10.00", 500)))
                .toList();

        assertThat(diagnosis(figures(tier("A", "10.00", 500)), past))
                .singleElement()
                .asString()
                .contains("it was 20.00 EUR");
    }

    @Test
    void knowsTooLittleFromFourDrawsAndIsPatientWithATierThatIsSeldomWon() {
        assertThat(diagnosis(draw("2500.00", 1, "5.00", 4800), weeks(4))).isEmpty();
        assertThat(diagnosis(draw("60.00", 1000, "5.00", 4800), weeks(19))).isEmpty();
        assertThat(diagnosis(draw("60.00", 1000, "5.00", 4800), weeks(20))).isNotEmpty();
        assertThat(diagnosis(draw("250.00", 2000, "5.00", 4800), weeks(5))).isNotEmpty();
    }

    @Test
    void knowsNothingOfATierThatIsNew() {
        assertThat(diagnosis(figures(tier("New", "99.00", 7)), weeks(30))).isEmpty();
    }

    @Test
    void expectsNothingOfTheAmountOfATierThatNobodyWon() {
        assertThat(diagnosis(
                        figures(tier("A", "0.00", 0)),
                        List.of(
                                figures(tier("A", "5.00", 1)),
                                figures(tier("A", "5.00", 0)),
                                figures(tier("A", "5.00", 0)),
                                figures(tier("A", "5.00", 1)),
                                figures(tier("A", "5.00", 1)),
                                figures(tier("A", "5.00", 1)),
                                figures(tier("A", "5.00", 1)))))
                .isEmpty();
    }

    private static List<String> diagnosis(DrawFigures draw, List<DrawFigures> past) {
        return Diagnosis.of(draw, past).stream()
                .map(complaint -> "%s %s: %s".formatted(complaint.tier(), complaint.column(), complaint.reason()))
                .toList();
    }

    /// Fixed amounts, and counts that go up and down by a fifth.
    private static List<DrawFigures> weeks(int count) {
        return IntStream.range(0, count)
                .mapToObj(week -> draw("25.00", 800 + week * 170 % 400, "5.00", 4001 + week * 350 % 2000))
                .toList();
    }

    private static DrawFigures draw(String three, int winnersOfThree, String two, int winnersOfTwo) {
        return figures(tier("Three", three, winnersOfThree), tier("Two", two, winnersOfTwo));
    }

    @SafeVarargs
    private static DrawFigures figures(Map.Entry<String, TierFigures>... tiers) {
        Map<String, TierFigures> byTier = new LinkedHashMap<>();
        for (var tier : tiers) {
            byTier.put(tier.getKey(), tier.getValue());
        }
        return new DrawFigures(byTier);
    }

    private static Map.Entry<String, TierFigures> tier(String name, String amount, int count) {
        return Map.entry(name, new TierFigures(Money.of(amount, "EUR"), count));
    }
}
