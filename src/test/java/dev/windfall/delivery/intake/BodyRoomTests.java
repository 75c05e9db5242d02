package dev.windfall.delivery.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class BodyRoomTests {

    @Test
    void isTakenByWhatHasComeAndGivenBack() throws IntakeRefused {
        var room = new BodyRoom(DataSize.ofBytes(10), Duration.ofMinutes(1));
        try (var one = room.place();
                var other = room.place()) {
            one.take(6);
            other.take(4);
            assertThat(refusal(other)).isEqualTo(Refusal.BUSY);
        }
        try (var third = room.place()) {
            third.take(10);
        }
    }

    @Test
    void isNotForWhoTakesHisTime() {
        var room = new BodyRoom(DataSize.ofBytes(10), Duration.ZERO);
        try (var place = room.place()) {
            assertThat(refusal(place)).isEqualTo(Refusal.TOO_SLOW);
        }
    }

    private static Refusal refusal(BodyRoom.Place place) {
        var refused = new Refusal[1];
        assertThatExceptionOfType(IntakeRefused.class)
                .isThrownBy(() -> place.take(1))
                .satisfies(e -> refused[0] = e.refusal());
        return refused[0];
    }
}
