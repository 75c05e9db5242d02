package dev.windfall.demo;

import static dev.windfall.delivery.EventType.DELIVERED;
import static dev.windfall.delivery.EventType.DELIVERY_FAILED;
import static dev.windfall.delivery.EventType.OUT_FOR_DELIVERY;
import static dev.windfall.delivery.EventType.READY_FOR_PICKUP;
import static dev.windfall.delivery.EventType.RETURN_TO_SENDER;

import dev.windfall.delivery.EventType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// What happens to a parcel of the demo, of which some minutes are as long as days. Everything follows from its number,
/// so that it can be told again at any time, and by any node.
record DemoWay(String trackingNumber, Instant handedOverAt, DemoCarrier carrier) {

    private static final Duration PACE = Duration.ofSeconds(40);

    /// Not all of them leave at once.
    private static final Duration LATEST_START = Duration.ofMinutes(4);

    /// What is of no interest comes between.
    private static final int SCANS = 4;

    /// A carrier leaves out what it has no code for.
    private static final List<List<EventType>> WAYS = List.of(
            List.of(OUT_FOR_DELIVERY, DELIVERED),
            List.of(OUT_FOR_DELIVERY, DELIVERED),
            List.of(OUT_FOR_DELIVERY, DELIVERY_FAILED, READY_FOR_PICKUP, DELIVERED),
            List.of(OUT_FOR_DELIVERY, DELIVERY_FAILED, OUT_FOR_DELIVERY, DELIVERED),
            List.of(OUT_FOR_DELIVERY, DELIVERY_FAILED, RETURN_TO_SENDER));

    /// By when all has happened, after the parcel was handed over.
    static final Duration LONGEST = LATEST_START.plus(
            PACE.multipliedBy(WAYS.stream().mapToInt(List::size).max().orElseThrow()));

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
        Duration step = PACE.dividedBy(SCANS + 1L);
        Instant at = handedOverAt.plusSeconds(random.nextLong(LATEST_START.toSeconds()));
        List<Update> updates = new ArrayList<>();
        for (EventType eventType : oneOf(WAYS, random)) {
            if (carrier.codes(eventType).isEmpty()) {
                continue;
            }
            for (int scan = 0; scan < SCANS && !carrier.scans().isEmpty(); scan++) {
                add(updates, oneOf(carrier.scans(), random), at.plus(step.multipliedBy(updates.size())), 1);
            }
            int leg = eventType == RETURN_TO_SENDER ? 2 : 1;
            add(updates, oneOf(carrier.codes(eventType), random), at.plus(step.multipliedBy(updates.size())), leg);
        }
        return updates;
    }

    private void add(List<Update> updates, String code, Instant at, int leg) {
        updates.add(new Update("%s/%d".formatted(trackingNumber, updates.size()), code, at, leg));
    }

    private static <T> T oneOf(List<T> some, RandomGenerator random) {
        return some.get(random.nextInt(some.size()));
    }
}
