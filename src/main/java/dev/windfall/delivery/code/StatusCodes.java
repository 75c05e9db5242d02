package dev.windfall.delivery.code;

import dev.windfall.delivery.EventType;
import dev.windfall.draw.LotteryCalendar;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Holds the lists of all carriers. Who asks never waits for the code service: lists are renewed beside that, by one
/// thread, and the last good ones count for as long as there are no others.
public class StatusCodes {

    private static final Logger log = LoggerFactory.getLogger(StatusCodes.class);

    private final CodeService service;
    private final Set<String> carriers;
    private final Duration refreshedAfter;
    private final LotteryCalendar calendar;
    private final Map<String, CodeLists> lists = new ConcurrentHashMap<>();
    private final Set<String> failing = ConcurrentHashMap.newKeySet();

    StatusCodes(CodeService service, Set<String> carriers, Duration refreshedAfter, LotteryCalendar calendar) {
        this.service = service;
        this.carriers = new TreeSet<>(carriers);
        this.refreshedAfter = refreshedAfter;
        this.calendar = calendar;
    }

    /// Empty as long as the code service has not answered for this carrier.
    public Optional<CodeLists> of(String carrier) {
        return Optional.ofNullable(lists.get(carrier));
    }

    public Set<String> carriers() {
        return carriers;
    }

    /// Asks for the lists that are lacking or have become old. What can't be asked is asked again the next time.
    void refreshWhatIsDue() {
        carriers.stream().filter(this::isDue).forEach(this::refresh);
    }

    private boolean isDue(String carrier) {
        return of(carrier)
                .map(known -> known.asOf().plus(refreshedAfter).isBefore(calendar.now()))
                .orElse(true);
    }

    private void refresh(String carrier) {
        try {
            CodeLists fresh = ask(carrier);
            if (fresh.size() == 0) {
                tell(carrier, "the code service has none for it: does it know the carrier by this name?");
                return;
            }
            CodeLists before = lists.put(carrier, fresh);
            tellThatItIsOver(carrier);
            fresh.conflicts().stream()
                    .filter(conflict -> before == null || !before.conflicts().contains(conflict))
                    .forEach(conflict -> tell(carrier, conflict));
        } catch (RuntimeException e) {
            // whatever it is, it is no reason to leave out the other carriers
            tell(carrier, String.valueOf(e.getMessage()));
        }
    }

    /// All five or none: a list that is missing would make its codes unknown.
    private CodeLists ask(String carrier) {
        Map<EventType, List<String>> answers = new EnumMap<>(EventType.class);
        for (EventType eventType : EventType.values()) {
            answers.put(eventType, codes(eventType, carrier));
        }
        return CodeLists.of(answers, calendar.now());
    }

    private List<String> codes(EventType eventType, String carrier) {
        return Optional.ofNullable(service.statusCodes(eventType.key(), carrier))
                .map(CodeService.StatusCodeList::statusCodes)
                .orElseThrow(() -> new IllegalStateException(
                        "the code service has no list for %s in its answer".formatted(eventType.key())));
    }

    private void tell(String carrier, String why) {
        if (failing.add(carrier)) {
            log.warn(
                    "The status codes of {} are not to be had, {}: {}",
                    carrier,
                    of(carrier)
                            .map(known -> "those of " + known.asOf() + " count")
                            .orElse("its updates are refused until they are"),
                    why);
        }
    }

    private void tellThatItIsOver(String carrier) {
        if (failing.remove(carrier)) {
            log.info("The status codes of {} are known again", carrier);
        }
    }

    private static void tell(String carrier, CodeLists.Conflict conflict) {
        log.warn(
                "The status code {} of {} is on two lists: it counts as {} and not as {}",
                conflict.code(),
                carrier,
                conflict.counted().key(),
                conflict.beside().key());
    }
}
