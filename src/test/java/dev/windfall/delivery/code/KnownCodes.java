package dev.windfall.delivery.code;

import dev.windfall.delivery.EventType;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Lists of codes for tests that need no service.
public final class KnownCodes {

    private KnownCodes() {}

    /// @param codes of these event types, and none of the others
    public static CodeLists of(Map<EventType, List<String>> codes) {
        return of(codes, Instant.EPOCH);
    }

    static CodeLists of(Map<EventType, List<String>> codes, Instant asOf) {
        Map<EventType, List<String>> lists = new EnumMap<>(EventType.class);
        for (EventType eventType : EventType.values()) {
            lists.put(eventType, codes.getOrDefault(eventType, List.of()));
        }
        return CodeLists.of(lists, asOf);
    }
}
