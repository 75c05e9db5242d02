package dev.windfall.bench.jmh;

import dev.windfall.bench.lab.DrawnWinners;
import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// The winners of several draws, kept in memory in one way or another.
public interface LookUp {

    /// The sum of the tiers that a subscriber won in, in all draws: something to show for the look-up.
    int tiersOf(int subscriber);

    /// Those tiers, a list for each draw, ascending: what the sum is of.
    List<List<Integer>> tiersByDraw(int subscriber);

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

        /// Sees that each way to keep the winners finds what was drawn, draw by draw.
        ///
        /// @param sample how many subscribers are looked up, taken at random
        /// @throws IllegalStateException at the first difference
        public static void requireRightAnswers(DrawnWinners drawn, int subscribers, int sample) throws IOException {
            var looking = new BitSet();
            new SplittableRandom(1).ints(sample, 1, subscribers + 1).forEach(looking::set);
            Map<Integer, List<List<Integer>>> expected = drawn.tiersByDraw(looking);
            for (Kept kept : values()) {
                LookUp winners = kept.load(drawn);
                looking.stream().forEach(subscriber -> {
                    List<List<Integer>> found = winners.tiersByDraw(subscriber);
                    if (!found.equals(expected.get(subscriber))) {
                        throw new IllegalStateException("%s finds %s for subscriber %d instead of %s"
                                .formatted(kept, found, subscriber, expected.get(subscriber)));
                    }
                });
            }
        }
    }
}
