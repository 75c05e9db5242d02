package dev.windfall.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;

/// What happens to a parcel of the demo, of which some minutes are as long as days. Everything follows from its number,
/// so that it can be told again at any time, and by any node.
record DemoWay(String trackingNumber, Instant handedOverAt) {

    private static final Duration PACE = Duration.ofSeconds(40);

    /// Not all of them leave at once.
    private static final Duration LATEST_START = Duration.ofMinutes(4);

    /// What is of no interest comes between.
    private static final List<String> SCANS = List.of("SCN", "SRT", "DPT", "SCN");

    private static final List<List<String>> WAYS = List.of(
            List.of("OFD", "DLV"),
            List.of("OFD", "DLV"),
            List.of("OFD", "NHM", "SHP", "DLV"),
            List.of("OFD", "NHM", "OFD", "DLV"),
            List.of("OFD", "NHM", "RTS"));

    private static final String RETURN = "RTS";

    /// @param leg 2 from the return on
    record Update(String eventId, String statusCode, Instant occurredAt, int leg) {

        Map<String, Object> asSent(String trackingNumber) {
            return Map.of(
                    "tracking_number",
                    trackingNumber,
                    "status_code",
                    statusCode,
                    "occurred_at",
                    occurredAt.toString(),
                    "leg",
                    leg,
                    "event_id",
                    eventId);
        }
    }

    /// All of it, the first first.
    List<Update> updates() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(trackingNumber.hashCode());
        Instant at = handedOverAt.plusSeconds(random.nextLong(LATEST_START.toSeconds()));
        List<String> way = WAYS.get(random.nextInt(WAYS.size()));
        List<String> codes = new ArrayList<>(List.of("PRE"));
        way.forEach(code -> {
            codes.addAll(SCANS);
            codes.add(code);
        });
        Duration step = PACE.dividedBy(SCANS.size() + 1L);
        return IntStream.range(0, codes.size())
                .mapToObj(i -> new Update(
                        "%s/%d".formatted(trackingNumber, i),
                        codes.get(i),
                        at.plus(step.multipliedBy(i)),
                        codes.get(i).equals(RETURN) ? 2 : 1))
                .toList();
    }
}
