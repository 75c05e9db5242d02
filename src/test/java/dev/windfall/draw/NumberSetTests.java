package dev.windfall.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberSetTests {

    @ParameterizedTest
    @CsvSource({"1, 1", "40, 64", "63, 511", "512, 512", "900, 1024", "5000, 100000", "100000, 100000"})
    void ranksItsMembersAndKnowsNoOthers(int count, int max) {
        boolean[] in = new boolean[max + 1];
        var numbers = new NumberSet(max);
        new Random(count).ints(count, 1, max + 1).forEach(number -> {
            in[number] = true;
            numbers.add(number);
        });
        numbers.count();

        int rank = 0;
        for (int number = 0; number <= max; number++) {
            assertThat(numbers.contains(number)).as("%d", number).isEqualTo(in[number]);
            if (in[number]) {
                assertThat(numbers.rank(number)).as("rank of %d", number).isEqualTo(rank++);
            }
        }
    }

    /// Some four million numbers share an array.
    @Test
    void ranksAcrossItsArrays() {
        int[] members = {1, (1 << 22) - 1, 1 << 22, (1 << 22) + 511, (1 << 23) + 512};
        var numbers = new NumberSet(members[4]);
        IntStream.of(members).forEach(numbers::add);
        numbers.count();

        assertThat(IntStream.of(members).map(numbers::rank)).containsExactly(0, 1, 2, 3, 4);
        assertThat(IntStream.of(members)).allMatch(numbers::contains);
        assertThat(IntStream.of(2, (1 << 22) + 1, 1 << 23, members[4] + 1, members[4] + 64, 1 << 24))
                .noneMatch(numbers::contains);
        assertThat(numbers.sizeBytes()).isEqualTo(NumberSet.sizeBytes(members[4]));
    }

    @Test
    void knowsNoNumberBeyondTheGreatestAndNoneBelowZero() {
        var numbers = new NumberSet(3);
        numbers.add(3);
        numbers.count();

        assertThat(numbers.contains(3)).isTrue();
        assertThat(numbers.contains(67)).isFalse();
        assertThat(numbers.contains(Integer.MAX_VALUE)).isFalse();
        assertThat(numbers.contains(-1)).isFalse();
        assertThat(numbers.contains(Integer.MIN_VALUE)).isFalse();
    }

    @Test
    void saysBeforeWhatItTakes() {
        assertThat(new NumberSet(22_000_000).sizeBytes()).isEqualTo(NumberSet.sizeBytes(22_000_000));
    }
}
