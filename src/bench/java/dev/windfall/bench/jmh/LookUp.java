package dev.windfall.bench.jmh;

import dev.windfall.bench.lab.DrawnWinners;
import java.io.IOException;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// The winners of several draws, kept in memory in one way or another.
public interface LookUp {

    /// The sum of the tiers that a subscriber won in, in all draws: something to show for the look-up.
    int tiersOf(int subscriber);

    /// Ways to keep them.
    enum Kept {
        WINDFALL,
        ARRAYS,
        HOLLOW;

        public LookUp load(DrawnWinners drawn) throws IOException {
            return switch (this) {
                case WINDFALL -> new WindfallWinners(drawn);
                case ARRAYS -> new SortedArrays(drawn);
                case HOLLOW -> HollowIndex.of(drawn);
            };
        }

        /// @param sample how many subscribers are looked up, taken at random
        /// @throws IllegalStateException if two ways to keep the winners don't answer the same
        public static void requireSameAnswers(DrawnWinners drawn, int subscribers, int sample) throws IOException {
            int[] looking =
                    new SplittableRandom(1).ints(sample, 1, subscribers + 1).toArray();
            int[] expected = answers(WINDFALL.load(drawn), looking);
            for (Kept other : new Kept[] {ARRAYS, HOLLOW}) {
                int[] answers = answers(other.load(drawn), looking);
                int differing = Arrays.mismatch(expected, answers);
                if (differing >= 0) {
                    throw new IllegalStateException("%s finds %d for subscriber %d, where Windfall finds %d"
                            .formatted(other, answers[differing], looking[differing], expected[differing]));
                }
            }
        }

        private static int[] answers(LookUp lookUp, int[] looking) {
            return IntStream.of(looking).map(lookUp::tiersOf).toArray();
        }
    }
}
