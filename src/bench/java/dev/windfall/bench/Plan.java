package dev.windfall.bench;

import dev.windfall.bench.alternative.Alternative;
import java.time.Duration;
import java.util.List;

/// How much a run measures.
///
/// @param subscribers of the lottery that all alternatives serve
/// @param winnersPerDraw prizes of each of its draws
/// @param growth numbers of subscribers at which is looked how cost grows; the winners grow with them
/// @param rounds how often each alternative takes its turn
/// @param warmUp of each alternative before its first turn
/// @param turn how long one alternative is loaded in a round
/// @param quiet how long a draw night is watched before anything happens
/// @param nights how many draw nights each alternative goes through
/// @param nightly whose draw nights are watched
/// @param viewsPerSecond in draw nights
/// @param starts how often each way to start is tried
/// @param iteration of a JMH benchmark
public record Plan(
        String name,
        int subscribers,
        int winnersPerDraw,
        List<Integer> growth,
        int rounds,
        Duration warmUp,
        Duration turn,
        Duration quiet,
        int nights,
        List<Alternative> nightly,
        int viewsPerSecond,
        int starts,
        Duration iteration) {

    /// Draws in the three periods that subscribers see.
    public static final int DRAWS = 13;

    static final Plan FULL = new Plan(
            "full",
            22_000_000,
            1_400_000,
            List.of(1_000_000, 5_000_000, 22_000_000),
            5,
            Duration.ofSeconds(10),
            Duration.ofSeconds(10),
            Duration.ofSeconds(10),
            5,
            List.of(Alternative.values()),
            200,
            5,
            Duration.ofSeconds(1));

    static final Plan SHORT = new Plan(
            "short",
            500_000,
            32_000,
            List.of(),
            3,
            Duration.ofSeconds(3),
            Duration.ofSeconds(1),
            Duration.ofSeconds(5),
            1,
            List.of(Alternative.OBVIOUS, Alternative.WINDFALL),
            100,
            1,
            Duration.ofMillis(200));

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
