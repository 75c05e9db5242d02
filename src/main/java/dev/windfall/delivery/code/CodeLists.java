package dev.windfall.delivery.code;

import static java.util.Objects.requireNonNull;

import dev.windfall.delivery.EventType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What one carrier's codes mean, as far as winners want to know: the answers to five questions. A code that is on none
/// of the lists stands for something else.
public final class CodeLists {

    private final Map<String, EventType> eventTypes;
    private final List<Conflict> conflicts;
    private final Instant asOf;

    private CodeLists(Map<String, EventType> eventTypes, List<Conflict> conflicts, Instant asOf) {
        this.eventTypes = Map.copyOf(eventTypes);
        this.conflicts = List.copyOf(conflicts);
        this.asOf = asOf;
    }

    /// A code on two lists.
    ///
    /// @param counted as which it counts
    /// @param beside which of its lists does not
    public record Conflict(String code, EventType counted, EventType beside) {}

    /// @param lists the codes of each event type; of two that have the same code, the one declared first counts
    public static CodeLists of(Map<EventType, ? extends Collection<String>> lists, Instant asOf) {
        Map<String, EventType> eventTypes = new HashMap<>();
        List<Conflict> conflicts = new ArrayList<>();
        for (EventType eventType : EventType.values()) {
            for (String code : requireNonNull(lists.get(eventType), eventType.key())) {
                EventType counted = eventTypes.putIfAbsent(code, eventType);
                if (counted != null && counted != eventType) {
                    conflicts.add(new Conflict(code, counted, eventType));
                }
            }
        }
        return new CodeLists(eventTypes, conflicts, asOf);
    }

    /// Null for a code that no winner wants to hear of: nearly all that come are, so nothing is wrapped around it.
    public @Nullable EventType eventType(String code) {
        return eventTypes.get(code);
    }

    public List<Conflict> conflicts() {
        return conflicts;
    }

    /// When they were asked for.
    public Instant asOf() {
        return asOf;
    }

    /// How many codes are of interest.
    public int size() {
        return eventTypes.size();
    }
}
