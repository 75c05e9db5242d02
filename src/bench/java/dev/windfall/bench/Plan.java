package dev.windfall.bench;

import dev.windfall.bench.alternative.Alternative;
import dev.windfall.bench.lab.Lottery;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;

/// How much a run measures.
///
/// @param lottery that all alternatives serve
/// @param compared whose views of random subscribers are measured; the obvious query and Windfall among them
/// @param growth smaller lotteries, at which is looked how cost grows
/// @param rounds how often each alternative takes its turn
/// @param warmUp how long each alternative is loaded before its first turn, and again for as long as it gets faster
/// @param warmUps how often at most
/// @param idle how long a node is watched that nobody looks at: all of its polls ask in that time
/// @param turn how long one alternative is loaded in a round
/// @param quiet how long a draw night is watched before anything happens
/// @param nights how many draw nights each of the watched alternatives goes through
/// @param nightly whose draw nights are watched
/// @param viewsPerSecond in draw nights
/// @param monitoredPairs of nodes with meters and without, whose views are measured in as many rounds each; none where
///     what meters take is lost among what nodes gain as they get warm
/// @param starts how often each way to start is tried
/// @param iteration of a JMH benchmark
/// @param diskBytes that data, logs and pictures take in all
/// @param memoryBytes that nodes, databases and the load take together, by their limits and what was seen
@SuppressWarnings("serial") // the lists are
public record Plan(
        String name,
        Lottery lottery,
        List<Alternative> compared,
        List<Lottery> growth,
        int rounds,
        Duration warmUp,
        int warmUps,
        Duration idle,
        Duration turn,
        Duration quiet,
        int nights,
        List<Alternative> nightly,
        int viewsPerSecond,
        int monitoredPairs,
        int starts,
        Duration iteration,
        long diskBytes,
        long memoryBytes)
        implements Serializable {

    /// Draws in the three periods that subscribers see.
    public static final int DRAWS = 13;

    static final Plan FULL = new Plan(
            "full",
            new Lottery(22_000_000, 1_400_000),
            List.of(Alternative.values()),
            List.of(new Lottery(1_000_000, 64_000), new Lottery(1_000_000, 320_000), new Lottery(5_000_000, 320_000)),
            5,
            Duration.ofSeconds(20),
            6,
            Duration.ofSeconds(15),
            Duration.ofSeconds(6),
            Duration.ofSeconds(10),
            5,
            List.of(Alternative.values()),
            200,
            3,
            5,
            Duration.ofSeconds(1),
            40_000_000_000L,
            20_000_000_000L);

    static final Plan SHORT = new Plan(
            "short",
            new Lottery(200_000, 12_800),
            List.of(Alternative.OBVIOUS, Alternative.REDIS, Alternative.WINDFALL),
            List.of(),
            1,
            Duration.ofSeconds(2),
            1,
            Duration.ofSeconds(6),
            Duration.ofSeconds(1),
            Duration.ofSeconds(3),
            1,
            List.of(Alternative.WINDFALL),
            100,
            0,
            1,
            Duration.ofMillis(100),
            4_000_000_000L,
            6_000_000_000L);

    /// The materialized view takes its time to be made anew, in a night and after it, and so has one.
    public int nights(Alternative alternative) {
        return alternative == Alternative.MATERIALIZED ? 1 : nights;
    }

    /// Whether it is for trying: what was measured once, of nodes that are hardly warm, is not to be quoted, meets no
    /// target and misses none.
    public boolean isTrial() {
        return rounds == 1;
    }

    static Plan named(String name) {
        return switch (name) {
            case "full" -> FULL;
            case "short" -> SHORT;
            default ->
                throw new IllegalArgumentException(
                        "there is a full run and a short one, no '%s': -Dbenchmarks=short".formatted(name));
        };
    }
}
