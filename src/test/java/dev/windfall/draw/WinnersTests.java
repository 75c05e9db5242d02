package dev.windfall.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WinnersTests {

    @Test
    void findsNobodyInAnEmptyDraw() {
        Winners winners = Winners.builder(0).build();

        assertThat(winners.tiersOf(1)).isEmpty();
        assertThat(winners.prizeCount()).isZero();
    }

    @Test
    void findsEachPrizeOfASubscriberInTheOrderOfTheTiers() {
        Winners winners =
                Winners.builder(3).add(7, 2).add(9, 1).add(7, 0).add(7, 2).build();

        assertThat(winners.tiersOf(7)).containsExactly(0, 2, 2);
        assertThat(winners.tiersOf(9)).containsExactly(1);
        assertThat(winners.tiersOf(8)).isEmpty();
        assertThat(winners.prizeCount()).isEqualTo(4);
    }

    @Test
    void findsNobodyBesideTheEdgesOfABlock() {
        Winners winners = Winners.builder(3).add(255, 0).add(256, 1).add(511, 2).build();

        assertThat(winners.tiersOf(255)).containsExactly(0);
        assertThat(winners.tiersOf(256)).containsExactly(1);
        assertThat(winners.tiersOf(511)).containsExactly(2);
        assertThat(winners.tiersOf(257)).isEmpty();
        assertThat(winners.tiersOf(512)).isEmpty();
        assertThat(winners.tiersOf(767)).isEmpty();
    }

    @Test
    void findsTheHighestNumberThereIs() {
        Winners winners = Winners.builder(1).add(Integer.MAX_VALUE, 3).build();

        assertThat(winners.tiersOf(Integer.MAX_VALUE)).containsExactly(3);
        assertThat(winners.tiersOf(Integer.MAX_VALUE - 1)).isEmpty();
    }

    @Test
    void findsNobodyUnderANumberThatIsNone() {
        Winners winners = Winners.builder(1).add(1, 0).build();

        assertThat(winners.tiersOf(0)).isEmpty();
        assertThat(winners.tiersOf(-1)).isEmpty();
        assertThat(winners.tiersOf(Integer.MIN_VALUE)).isEmpty();
    }

    @Test
    void keepsTiersBeyondAByte() {
        Winners winners = Winners.builder(2).add(1, 65_535).add(2, 256).build();

        assertThat(winners.tiersOf(1)).containsExactly(65_535);
        assertThat(winners.tiersOf(2)).containsExactly(256);
    }

    /// Who won more than once has a mark, which is one more than the last tier: 256 takes two bytes, and 65,536 none.
    @ParameterizedTest
    @CsvSource({"253, true", "254, true", "255, true", "65534, true", "65535, false"})
    void tellsTheLastTierOfADenseDrawFromSeveralPrizes(int last, boolean dense) {
        Winners.Builder builder = Winners.builder(65);
        for (int subscriber = 1; subscriber <= 60; subscriber++) {
            builder.add(subscriber, subscriber % 2 == 0 ? last : 1);
        }

        Winners winners = builder.add(7, 0).add(7, last).build();

        assertThat(winners).isInstanceOf(dense ? DenseWinners.class : SparseWinners.class);
        assertThat(winners.tiersOf(6)).containsExactly(last);
        assertThat(winners.tiersOf(7)).containsExactly(0, 1, last);
        assertThat(winners.tiersOf(9)).containsExactly(1);
        assertThat(winners.prizeCount()).isEqualTo(62);
        assertThat(IntStream.of(0, 61, -1, -64, Integer.MIN_VALUE, Integer.MAX_VALUE))
                .allMatch(nobody -> winners.tiersOf(nobody).length == 0);
    }

    @Test
    void areBuiltOnce() {
        Winners.Builder builder = Winners.builder(1).add(7, 2);
        builder.build();

        assertThat(builder.build().prizeCount()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"100000, 1000000, true", "100000, 2000000, true", "100000, 4000000, false", "5000, 400, false"})
    void keepsThemByHowManyOfTheSubscribersWon(int prizes, int subscribers, boolean dense) {
        var random = new Random(prizes);
        var builder = Winners.builder(prizes);
        for (int i = 0; i < prizes; i++) {
            builder.add(random.nextInt(subscribers) + 1, random.nextInt(11));
        }

        assertThat(builder.build()).isInstanceOf(dense ? DenseWinners.class : SparseWinners.class);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "-5, 0", "1, -1", "1, 65536"})
    void refusesWhatIsNoWinner(int subscriber, int tier) {
        var winners = Winners.builder(1);

        assertThatIllegalArgumentException().isThrownBy(() -> winners.add(subscriber, tier));
    }

    @ParameterizedTest
    @CsvSource({"1000, 5000", "20000, 50000", "300, 3000000", "5000, 400", "100000, 1500000"})
    void agreesWithASortedMapWhateverTheDensityAndOrder(int prizes, int subscribers) {
        var random = new Random(prizes);
        Map<Integer, List<Integer>> expected = new TreeMap<>();
        var builder = Winners.builder(10);
        for (int i = 0; i < prizes; i++) {
            int subscriber = random.nextInt(subscribers) + 1;
            int tier = random.nextInt(11);
            builder.add(subscriber, tier);
            expected.computeIfAbsent(subscriber, _ -> new ArrayList<>()).add(tier);
        }

        Winners winners = builder.build();

        assertThat(winners.prizeCount()).isEqualTo(prizes);
        for (int subscriber = 0; subscriber <= subscribers + 300; subscriber++) {
            List<Integer> tiers = expected.getOrDefault(subscriber, List.of());
            assertThat(winners.tiersOf(subscriber))
                    .as("subscriber %d", subscriber)
                    .containsExactly(
                            tiers.stream().mapToInt(tier -> tier).sorted().toArray());
        }
    }

    /// The target of the design is 8 bytes a winner; every sixteenth of 22 million subscribers is its density.
    @Test
    void takesLessThanFourBytesForEachWinnerOfADenseDraw() {
        var random = new Random(1);
        int prizes = 100_000;
        var builder = Winners.builder(prizes);
        for (int i = 0; i < prizes; i++) {
            builder.add(random.nextInt(prizes * 16) + 1, random.nextInt(11));
        }

        assertThat(builder.build().sizeBytes()).isLessThan(4L * prizes);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1, 1",
        "1, 1, 2147483647",
        "5000, 3, 6000",
        "5000, 300, 2147483647",
        "300000, 20, 40000000",
        "100000, 11, 1600000"
    })
    void takesNoMoreMemoryThanItSaidBefore(int prizes, int tiers, int subscribers) {
        var random = new Random(42);
        Winners.Builder builder = Winners.builder(prizes);
        for (int i = 0; i < prizes; i++) {
            builder.add(1 + random.nextInt(subscribers), random.nextInt(tiers));
        }

        long size = builder.build().sizeBytes();

        assertThat(size).isLessThanOrEqualTo(Winners.maxSizeBytes(prizes, tiers));
        assertThat(Winners.maxBuildingBytes(prizes, tiers)).isGreaterThanOrEqualTo(size + 8L * prizes);
    }
}
