package dev.windfall.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberFilterTests {

    @ParameterizedTest
    @CsvSource({"1, 1", "100, 64", "1_000, 2_147_483_647", "20_000, 100_000", "50_000, 1_000_000"})
    void forgetsNoneThatIsInIt(String count, String max) {
        int[] numbers = numbers(parse(count), parse(max));
        var filter = filter(numbers, parse(max));

        assertThat(IntStream.of(numbers)).allMatch(filter::mayInclude);
        assertThat(filter.sizeBytes()).isLessThanOrEqualTo(NumberFilter.maxSizeBytes(numbers.length));
    }

    /// One of fifteen is in it: a bit for two numbers, of which the other one is in it seldom.
    @Test
    void tellsOfMostOthersThatTheyAreNotInIt() {
        int max = 1_500_000;
        int[] numbers = numbers(100_000, max);
        var filter = filter(numbers, max);
        var in = IntStream.of(numbers).boxed().collect(Collectors.toSet());

        long let = IntStream.rangeClosed(1, max)
                .filter(number -> !in.contains(number))
                .filter(filter::mayInclude)
                .count();

        assertThat(let).isLessThan(max / 14);
    }

    @Test
    void knowsNoNumberBeyondTheGreatestAndNoneBelowNull() {
        var filter = filter(new int[] {1, 2, 3}, 3);

        assertThat(filter.mayInclude(64)).isFalse();
        assertThat(filter.mayInclude(Integer.MAX_VALUE)).isFalse();
        assertThat(filter.mayInclude(-1)).isFalse();
        assertThat(filter.mayInclude(Integer.MIN_VALUE)).isFalse();
    }

    private static NumberFilter filter(int[] numbers, int max) {
        var filter = new NumberFilter(max, numbers.length);
        IntStream.of(numbers).forEach(filter::add);
        return filter;
    }

    private static int[] numbers(int count, int max) {
        var random = new Random(count);
        return random.ints(count, 1, max == 1 ? 2 : max).toArray();
    }

    private static int parse(String number) {
        return Integer.parseInt(number.replace("_", ""));
    }
}
