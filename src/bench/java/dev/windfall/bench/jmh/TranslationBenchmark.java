package dev.windfall.bench.jmh;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.windfall.bench.lab.CarrierFlood;
import dev.windfall.delivery.EventType;
import dev.windfall.delivery.code.CodeLists;
import dev.windfall.simulator.carrier.CodeServer.Code;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// What a status code means, for codes as they come: each a text of its own, read just now.
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@State(Scope.Benchmark)
public class TranslationBenchmark {

    private static final int MASK = (1 << 20) - 1;

    private CodeLists[] lists = {};
    private char[][] codes = {};
    private int next;

    @Setup
    public void read() throws IOException {
        var flood = CarrierFlood.of(MASK + 1);
        Map<String, CodeLists> byCarrier = new HashMap<>();
        flood.codes().stream()
                .collect(groupingBy(Code::carrier))
                .forEach((carrier, known) -> byCarrier.put(carrier, lists(known)));
        requireRightTranslations(flood, byCarrier);
        lists = flood.updates().stream()
                .map(update -> byCarrier.get(update.code().carrier()))
                .toArray(CodeLists[]::new);
        codes = flood.updates().stream()
                .map(update -> update.code().code().toCharArray())
                .toArray(char[][]::new);
    }

    /// Sees that each code is what its table says.
    private static void requireRightTranslations(CarrierFlood flood, Map<String, CodeLists> byCarrier) {
        for (Code code : flood.codes()) {
            EventType translated =
                    Objects.requireNonNull(byCarrier.get(code.carrier())).eventType(code.code());
            boolean isOfInterest = Arrays.stream(EventType.values())
                    .anyMatch(eventType -> eventType.key().equals(code.eventType()));
            String expected = isOfInterest ? code.eventType() : null;
            if (!Objects.equals(translated == null ? null : translated.key(), expected)) {
                throw new IllegalStateException("%s is taken for %s".formatted(code, translated));
            }
        }
    }

    private static CodeLists lists(List<Code> codes) {
        Map<String, List<String>> byType =
                codes.stream().collect(groupingBy(Code::eventType, mapping(Code::code, toList())));
        Map<EventType, List<String>> lists = new EnumMap<>(EventType.class);
        Arrays.stream(EventType.values()).forEach(type -> lists.put(type, byType.getOrDefault(type.key(), List.of())));
        return CodeLists.of(lists, Instant.EPOCH);
    }

    @Benchmark
    public @Nullable EventType translate() {
        int update = next++ & MASK;
        return lists[update].eventType(new String(codes[update]));
    }
}
