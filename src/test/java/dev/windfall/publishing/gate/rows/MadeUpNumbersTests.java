package dev.windfall.publishing.gate.rows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windfall.csv.Finding;
import dev.windfall.csv.Findings;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MadeUpNumbersTests {

    private static final int TINY = 10_000;
    private static final int HUGE = 22_000_000;

    @Test
    void tellsNumbersFromOneToTwenty() {
        assertThat(found(TINY, 3, 7, 7, 20, 4711))
                .containsExactly(
                        "a.csv:2: subscriber_id: 4 of 5 prizes go to subscribers 1 to 20: look whether these are test"
                                + " data");
        assertThat(found(HUGE, 7)).hasSize(1);
    }

    @Test
    void allowsLowNumbersThatChanceMayDraw() {
        assertThat(found(TINY, 7)).isEmpty();
        assertThat(found(TINY, 7, 18, 4711, 4712, 815)).isEmpty();
        assertThat(found(30, 7, 18, 1, 2, 29, 3)).isEmpty();
    }

    @Test
    void tellsOneSubscriberWhoWinsAll() {
        assertThat(found(TINY, 4711, 4711, 4711, 4711, 4711))
                .containsExactly(
                        "a.csv:2: subscriber_id: all 5 prizes go to subscriber 4711: look whether these are test data");
        assertThat(found(TINY, 4711, 4711, 4711, 4711)).isEmpty();
        assertThat(found(TINY, 4711, 4711, 4711, 4711, 4711, 4712)).isEmpty();
        assertThat(found(1, 1, 1, 1, 1, 1, 1, 1)).isEmpty();
    }

    @Test
    void tellsNumbersInSequence() {
        assertThat(found(TINY, IntStream.range(1001, 1031).toArray()))
                .containsExactly(
                        "a.csv:2: subscriber_id: in 29 of 30 rows the subscriber's number is one more than before:"
                                + " look whether these are test data");
        assertThat(found(TINY, IntStream.range(1001, 1010).toArray())).isEmpty();
    }

    @Test
    void allowsADrawInWhichOneInFourWinsInTheOrderOfTheirNumbers() {
        assertThat(found(TINY, share(TINY, 0.25))).isEmpty();
    }

    @Test
    void allowsADrawInWhichNearlyAllWin() {
        assertThat(found(TINY, share(TINY, 0.9))).isEmpty();
        assertThat(found(TINY, IntStream.rangeClosed(1, TINY).toArray())).isEmpty();
    }

    @Test
    void allowsWhatALotteryDrawsAtRandom() {
        var random = new Random(1);
        for (int draw = 0; draw < 10_000; draw++) {
            int[] winners = random.ints(1 + random.nextInt(20), 1, TINY + 1).toArray();
            assertThat(found(TINY, winners)).isEmpty();
        }
    }

    private static int[] share(int subscribers, double share) {
        var random = new Random(1);
        return IntStream.rangeClosed(1, subscribers)
                .filter(_ -> random.nextDouble() < share)
                .toArray();
    }

    private static List<String> found(int subscribers, int... winners) {
        var numbers = new MadeUpNumbers();
        for (int i = 0; i < winners.length; i++) {
            numbers.accept("a.csv", 2 + i, winners[i]);
        }
        var doubts = new Findings.Collector();
        numbers.report(subscribers, doubts);
        return doubts.findings().first().stream().map(Finding::toString).toList();
    }
}
