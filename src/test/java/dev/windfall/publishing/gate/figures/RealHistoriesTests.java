package dev.windfall.publishing.gate.figures;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.windfall.Requirement;
import dev.windfall.draw.Money;
import dev.windfall.publishing.file.DeclaredDraw;
import dev.windfall.publishing.file.PrizeTable;
import java.io.IOException;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Walks through all draws of real lotteries, each with the draws before it as its history: how many honest draws are
/// held, and how many spoilt ones? Decision 9 shows the figures.
class RealHistoriesTests {

    private static final Path DECISION = Path.of("docs", "decisions", "0009-amounts-out-of-line.md");
    private static final int DRAWS_BEFORE = 400;

    /// From here on there is enough history to judge by.
    private static final int FIRST_SPOILT = 30;

    /// Every so many draws, which is enough to tell.
    private static final int DIAGNOSED = 20;

    private static final Map<Integer, String> SHIFTS = new LinkedHashMap<>();

    static {
        SHIFTS.put(2, "×100");
        SHIFTS.put(1, "×10");
        SHIFTS.put(-1, "÷10");
        SHIFTS.put(-2, "÷100");
    }

    private static Walk megaSena;
    private static Walk lotofacil;

    @BeforeAll
    static void walk() throws IOException {
        megaSena = new Walk("Mega-Sena", "prize-tables/megasena.csv");
        lotofacil = new Walk("Lotofácil", "prize-tables/lotofacil.csv");
    }

    @Test
    void letsNearlyAllHonestDrawsPass() {
        assertThat(megaSena.honest.share()).isLessThan(0.01);
        assertThat(lotofacil.honest.share()).isLessThan(0.025);
    }

    @Test
    void holdsEachShiftedAmountOfATierThatIsWonInEachDraw() {
        assertThat(Stream.of(megaSena, lotofacil)
                        .flatMap(walk -> walk.spoilt.entrySet().stream())
                        .filter(entry -> !entry.getKey().contains("↔"))
                        .filter(entry -> !entry.getKey().startsWith("6 acertos")))
                .hasSize((2 + 5) * SHIFTS.size())
                .allSatisfy(entry -> assertThat(entry.getValue().share()).isEqualTo(1));
    }

    @Test
    void holdsMostShiftedJackpots() {
        assertThat(megaSena.share("6 acertos ×100")).isEqualTo(1);
        assertThat(megaSena.share("6 acertos ÷100")).isEqualTo(1);
        assertThat(megaSena.share("6 acertos ×10")).isGreaterThan(0.8);
        assertThat(megaSena.share("6 acertos ÷10")).isGreaterThan(0.65);
    }

    @Test
    void holdsAllSwappedCounts() {
        assertThat(Stream.of(megaSena, lotofacil)
                        .flatMap(walk -> walk.spoilt.entrySet().stream())
                        .filter(entry -> entry.getKey().contains("↔")))
                .hasSize(3 + 10)
                .allSatisfy(entry -> assertThat(entry.getValue().share()).isEqualTo(1));
    }

    @Test
    void namesTheSlipAndItsTierAlone() {
        assertThat(megaSena.lostPoints.share()).isGreaterThan(0.9);
        assertThat(lotofacil.lostPoints.share()).isGreaterThan(0.9);
        assertThat(megaSena.swaps.share()).isGreaterThan(0.9);
        assertThat(lotofacil.swaps.share()).isGreaterThan(0.9);
    }

    @Test
    void isWhatTheDecisionShows() throws IOException {
        String figures = Stream.of(megaSena, lotofacil).map(Walk::table).collect(joining("\n"));

        System.out.println(figures);
        assertThat(Files.readString(DECISION)).contains(figures);
    }

    /// How many of so many draws are held.
    private static final class Held {

        private int held;
        private int all;

        void count(boolean isHeld) {
            all++;
            held += isHeld ? 1 : 0;
        }

        double share() {
            return (double) held / all;
        }
    }

    private static final class Walk {

        private final String name;
        private final List<String> tiers;
        private final Held honest = new Held();
        private final Map<String, Held> spoilt = new LinkedHashMap<>();
        private final Held lostPoints = new Held();
        private final Held swaps = new Held();

        Walk(String name, String data) throws IOException {
            this.name = name;
            List<DrawFigures> draws = PrizeTable.read(Requirement.data(data), PrizeTable.Selection.ALL).draws().stream()
                    .map(DeclaredDraw::tiers)
                    .map(DrawFigures::of)
                    .toList();
            this.tiers = draws.getFirst().tiers();
            for (int i = 0; i < draws.size(); i++) {
                List<DrawFigures> past =
                        draws.subList(Math.max(0, i - DRAWS_BEFORE), i).reversed();
                var usual = new UsualFigures(draws.get(i), past);
                honest.count(isHeld(usual, draws.get(i)));
                if (i >= FIRST_SPOILT) {
                    spoil(draws.get(i), usual);
                }
                if (i >= FIRST_SPOILT && i % DIAGNOSED == 0) {
                    diagnose(draws.get(i), past);
                }
            }
        }

        private void spoil(DrawFigures draw, UsualFigures usual) {
            for (String tier : tiers) {
                if (draw.get(tier).count() > 0) {
                    SHIFTS.forEach((places, sign) ->
                            held(tier + " " + sign).count(isHeld(usual, shifted(draw, tier, places))));
                }
                for (String other : tiers.subList(tiers.indexOf(tier) + 1, tiers.size())) {
                    if (draw.get(tier).count() != draw.get(other).count()) {
                        held(tier + " ↔ " + other)
                                .count(isHeld(
                                        usual,
                                        new Slip.Swap(tier, other)
                                                .undoneIn(draw)
                                                .orElseThrow()));
                    }
                }
            }
        }

        private static boolean isHeld(UsualFigures usual, DrawFigures draw) {
            return !usual.deviations(draw).isEmpty();
        }

        private void diagnose(DrawFigures draw, List<DrawFigures> past) {
            for (String tier : tiers) {
                if (draw.get(tier).count() > 0) {
                    lostPoints.count(Diagnosis.of(shifted(draw, tier, 2), past).stream()
                            .map(complaint ->
                                    complaint.tier() + complaint.reason().contains("been lost"))
                            .toList()
                            .equals(List.of(tier + true)));
                }
            }
            var swapped = new Slip.Swap(tiers.getLast(), tiers.get(tiers.size() - 2))
                    .undoneIn(draw)
                    .orElseThrow();
            swaps.count(Diagnosis.of(swapped, past).stream()
                    .map(complaint -> complaint.tier() + complaint.reason().contains("swapped"))
                    .toList()
                    .equals(List.of(tiers.get(tiers.size() - 2) + true, tiers.getLast() + true)));
        }

        private Held held(String spoiling) {
            return spoilt.computeIfAbsent(spoiling, _ -> new Held());
        }

        double share(String spoiling) {
            return held(spoiling).share();
        }

        private static DrawFigures shifted(DrawFigures draw, String tier, int places) {
            Money amount = draw.get(tier).amount();
            var shifted = amount.amount().movePointRight(places).setScale(2, RoundingMode.HALF_UP);
            return draw.with(
                    tier,
                    new TierFigures(
                            new Money(shifted, amount.currency()),
                            draw.get(tier).count()));
        }

        String table() {
            List<String> rows = new ArrayList<>();
            rows.add("| %s | won in draws | %s |".formatted(name, String.join(" | ", SHIFTS.values())));
            rows.add("|---|---|---|---|---|---|");
            for (String tier : tiers) {
                String shares = SHIFTS.values().stream()
                        .map(sign -> percent(share(tier + " " + sign)))
                        .collect(joining(" | "));
                rows.add("| %s | %d | %s |".formatted(tier, held(tier + " ×100").all, shares));
            }
            double fewestSwaps = spoilt.entrySet().stream()
                    .filter(entry -> entry.getKey().contains("↔"))
                    .mapToDouble(entry -> entry.getValue().share())
                    .min()
                    .orElseThrow();
            return String.join("\n", rows)
                    + """


                    Honest draws held: %s of %d. Swapped counts held: %s, whichever two. Named by tier and slip, with nothing else:
                    %s of the lost decimal points and %s of the swapped counts of the last two tiers.
                    """.formatted(
                                    percent(honest.share()),
                                    honest.all,
                                    percent(fewestSwaps),
                                    percent(lostPoints.share()),
                                    percent(swaps.share()));
        }

        private static String percent(double share) {
            return String.format(Locale.ROOT, "%.1f %%", 100 * share);
        }
    }
}
