package dev.windfall.bench.lab;

import static java.util.Objects.requireNonNull;

import dev.windfall.delivery.EventType;
import dev.windfall.simulator.carrier.CodeServer;
import dev.windfall.simulator.carrier.CodeServer.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// What carriers tell in bad weather, by the status codes of real ones: one update of twenty is of interest.
///
/// @param codes of all carriers
/// @param updates in the order in which they come
public record CarrierFlood(List<Code> codes, List<Update> updates) {

    private static final Path TABLE = Path.of("..", "shared", "data", "carriers", "carrier_status_codes.csv");
    private static final double OF_INTEREST = 0.05;

    private static final Set<String> EVENT_TYPES =
            Arrays.stream(EventType.values()).map(EventType::key).collect(Collectors.toUnmodifiableSet());

    /// @param number of the parcel among those of interest; each of the others has some other
    public record Update(Code code, int number, boolean isOfInterest) {

        public String trackingNumber() {
            return (isOfInterest ? "P" : "X") + number;
        }
    }

    /// @throws IOException if the table of codes is missing
    public static CarrierFlood of(int count) throws IOException {
        if (!Files.exists(TABLE)) {
            throw new IOException("The deliveries' benchmark wants the carriers' status codes, carrier,status_code,"
                    + "event_type, in " + TABLE);
        }
        List<Code> codes = CodeServer.read(TABLE);
        Map<String, List<Code>> interesting = byCarrier(codes, CarrierFlood::isOfInterest);
        Map<String, List<Code>> others = byCarrier(codes, code -> !isOfInterest(code));
        List<String> carriers = codes.stream().map(Code::carrier).distinct().toList();
        var random = new SplittableRandom(1);
        List<Update> updates = new ArrayList<>(count);
        int told = 0;
        for (int i = 0; i < count; i++) {
            // exactly so many, spread evenly
            boolean isOfInterest = (long) (OF_INTEREST * (i + 1)) > told;
            String carrier = carriers.get(random.nextInt(carriers.size()));
            List<Code> some = requireNonNull((isOfInterest ? interesting : others).get(carrier), carrier);
            told += isOfInterest ? 1 : 0;
            updates.add(new Update(some.get(random.nextInt(some.size())), isOfInterest ? told : i, isOfInterest));
        }
        return new CarrierFlood(codes, updates);
    }

    private static Map<String, List<Code>> byCarrier(List<Code> codes, Predicate<Code> wanted) {
        return codes.stream().filter(wanted).collect(Collectors.groupingBy(Code::carrier));
    }

    private static boolean isOfInterest(Code code) {
        return EVENT_TYPES.contains(code.eventType());
    }

    public List<String> carriers() {
        return codes.stream().map(Code::carrier).distinct().toList();
    }

    public List<Update> ofInterest() {
        return updates.stream().filter(Update::isOfInterest).toList();
    }
}
