package dev.windfall.delivery.code;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windfall.delivery.EventType;
import dev.windfall.delivery.code.CodeLists.Conflict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CodeListsTests {

    @Test
    void tellWhatACodeMeans() {
        var lists = KnownCodes.of(
                Map.of(EventType.DELIVERED, List.of("D1", "D2"), EventType.OUT_FOR_DELIVERY, List.of("OFD")));

        assertThat(lists.eventType("D2")).isEqualTo(EventType.DELIVERED);
        assertThat(lists.eventType("OFD")).isEqualTo(EventType.OUT_FOR_DELIVERY);
        assertThat(lists.eventType("in a depot")).isNull();
        assertThat(lists.size()).isEqualTo(3);
        assertThat(lists.conflicts()).isEmpty();
    }

    @Test
    void tellAProblemRatherThanMissIt() {
        var lists = KnownCodes.of(Map.of(
                EventType.DELIVERED, List.of("X"),
                EventType.DELIVERY_FAILED, List.of("X"),
                EventType.RETURN_TO_SENDER, List.of("X")));

        assertThat(lists.eventType("X")).isEqualTo(EventType.RETURN_TO_SENDER);
        assertThat(lists.conflicts())
                .containsExactly(
                        new Conflict("X", EventType.RETURN_TO_SENDER, EventType.DELIVERY_FAILED),
                        new Conflict("X", EventType.RETURN_TO_SENDER, EventType.DELIVERED));
    }

    @Test
    void seeNoConflictInACodeThatIsNamedTwice() {
        var lists = KnownCodes.of(Map.of(EventType.DELIVERED, List.of("D1", "D1")));

        assertThat(lists.conflicts()).isEmpty();
    }
}
