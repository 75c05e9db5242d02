package dev.windfall.bench.jmh;

import dev.windfall.bench.lab.DrawnWinners;
import dev.windfall.draw.Money;
import dev.windfall.draw.Prize;
import dev.windfall.draw.Tier;
import dev.windfall.prizes.Lottery;
import dev.windfall.prizes.PrizesService;
import dev.windfall.prizes.SubscriberPrizes;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// What one subscriber won, for subscribers taken at random, so many that their data are in none of the processor's
/// nearer caches.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class AnswerBenchmark {

    /// Whom to look up next.
    @State(Scope.Benchmark)
    public static class Subscribers {

        private static final int MASK = (1 << 20) - 1;

        @Param("22000000")
        public int subscribers;

        /// Of [DrawnWinners].
        @Param("")
        public String folder = "";

        private final int[] numbers = new int[MASK + 1];
        private int next;

        @Setup
        public void draw() {
            var random = new SplittableRandom(1);
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = 1 + random.nextInt(subscribers);
            }
        }

        int next() {
            return numbers[next++ & MASK];
        }

        DrawnWinners drawn() throws IOException {
            return DrawnWinners.read(Path.of(folder));
        }
    }

    @State(Scope.Benchmark)
    public static class Service {

        private static final List<Tier> TIERS = IntStream.range(0, 13)
                .mapToObj(i -> new Tier("Tier " + i, new Prize.Cash(Money.of("%d.00".formatted(20 - i), "EUR")), 1))
                .toList();

        private PrizesService service = Lottery.on("2026-10-31").service();

        @Setup
        public void load(Subscribers subscribers) throws IOException {
            service = service(subscribers.drawn());
        }

        private static PrizesService service(DrawnWinners drawn) {
            var lottery =
                    Lottery.on(dev.windfall.bench.lab.Lottery.TODAY.toString()).withPeriods(202608, 202609, 202610);
            List<LocalDate> dates =
                    dev.windfall.bench.lab.Lottery.pastDates(drawn.draws().size());
            for (int i = 0; i < dates.size(); i++) {
                lottery.publish(
                        i + 1,
                        "S" + i,
                        dates.get(i).toString(),
                        TIERS,
                        drawn.draws().get(i).winners());
            }
            return lottery.service();
        }
    }

    @State(Scope.Benchmark)
    public static class Looking {

        @Param({"WINDFALL", "HOLLOW", "ARRAYS"})
        public LookUp.Kept kept = LookUp.Kept.WINDFALL;

        private LookUp winners = new WindfallWinners(new DrawnWinners(List.of()));

        @Setup
        public void load(Subscribers subscribers) throws IOException {
            winners = kept.load(subscribers.drawn());
        }
    }

    /// Sees that whole answers have all draws, and in each what was drawn.
    ///
    /// @param sample how many subscribers are asked for, taken at random
    /// @throws IllegalStateException at the first difference
    public static void requireRightAnswers(DrawnWinners drawn, int subscribers, int sample) {
        PrizesService service = Service.service(drawn);
        var asked = new BitSet();
        new SplittableRandom(1).ints(sample, 1, subscribers + 1).forEach(asked::set);
        Map<Integer, List<List<Integer>>> expected = drawn.tiersByDraw(asked);
        asked.stream().forEach(subscriber -> {
            List<List<Integer>> answered = tiersByDraw(service.prizesOf(subscriber));
            if (!answered.equals(expected.get(subscriber))) {
                throw new IllegalStateException("subscriber %d is told %s instead of %s"
                        .formatted(subscriber, answered, expected.get(subscriber)));
            }
        });
    }

    /// Oldest draw first.
    private static List<List<Integer>> tiersByDraw(SubscriberPrizes answer) {
        return answer.periods().stream()
                .flatMap(period -> period.draws().stream())
                .map(draw -> draw.prizes().stream().map(Service.TIERS::indexOf).toList())
                .toList()
                .reversed();
    }

    /// The whole answer, draws without a prize included, as the page takes it.
    @Benchmark
    public SubscriberPrizes answer(Service windfall, Subscribers subscribers) {
        return windfall.service.prizesOf(subscribers.next());
    }

    /// Which tiers, in all draws, by each way to keep the winners.
    @Benchmark
    public int lookUp(Looking looking, Subscribers subscribers) {
        return looking.winners.tiersOf(subscribers.next());
    }
}
