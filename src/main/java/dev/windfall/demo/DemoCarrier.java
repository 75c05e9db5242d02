package dev.windfall.demo;

import dev.windfall.delivery.EventType;
import dev.windfall.simulator.carrier.CodeServer.Code;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A carrier of the demo.
///
/// @param secret by which it signs
/// @param codes for what winners want to know; there may be none for some of that
/// @param scans codes for all else
record DemoCarrier(String name, String secret, Map<EventType, List<String>> codes, List<String> scans) {

    DemoCarrier {
        codes = Map.copyOf(codes);
        scans = List.copyOf(scans);
    }

    static DemoCarrier of(String name, String secret, List<Code> codes) {
        Map<EventType, List<String>> known = new EnumMap<>(EventType.class);
        for (EventType eventType : EventType.values()) {
            known.put(eventType, codes(codes, Optional.of(eventType)));
        }
        return new DemoCarrier(name, secret, known, codes(codes, Optional.empty()));
    }

    /// @param wanted empty for all that is none of the types that winners want to know
    private static List<String> codes(List<Code> codes, Optional<EventType> wanted) {
        return codes.stream()
                .filter(code -> eventType(code).equals(wanted))
                .map(Code::code)
                .toList();
    }

    private static Optional<EventType> eventType(Code code) {
        return Arrays.stream(EventType.values())
                .filter(eventType -> eventType.key().equals(code.eventType()))
                .findFirst();
    }

    /// Those for one thing that can happen.
    List<String> codes(EventType eventType) {
        return codes.getOrDefault(eventType, List.of());
    }
}
