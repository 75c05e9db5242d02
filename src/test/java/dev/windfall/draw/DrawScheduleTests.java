package dev.windfall.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DrawScheduleTests {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);
    private static final LocalDate SATURDAY = LocalDate.of(2026, 11, 21);
    private static final LocalDate WEDNESDAY = LocalDate.of(2026, 11, 25);

    private final DrawSchedule schedule = new DrawSchedule(() -> Set.of(DayOfWeek.WEDNESDAY, DayOfWeek.SATURDAY));

    @Test
    void tellsTheComingDrawsFromTheFirstOn() {
        assertThat(schedule.datesFrom(SATURDAY, 2))
                .containsExactly(SATURDAY, WEDNESDAY, SATURDAY.plusWeeks(1), WEDNESDAY.plusWeeks(1));
    }

    @Test
    void tellsTodaysDrawUntilItIsPublished() {
        assertThat(schedule.next(SATURDAY, Optional.of(WEDNESDAY.minusWeeks(1))))
                .contains(SATURDAY);
        assertThat(schedule.next(SATURDAY, Optional.of(SATURDAY))).contains(WEDNESDAY);
    }

    @Test
    void tellsTheNextDrawOfALotteryThatHasNotPublishedAny() {
        assertThat(schedule.next(FRIDAY, Optional.empty())).contains(SATURDAY);
    }

    @Test
    void tellsNothingWhenTheDaysAreNotKnown() {
        var unknown = new DrawSchedule(Set::of);

        assertThat(unknown.next(FRIDAY, Optional.empty())).isEmpty();
        assertThat(unknown.datesFrom(FRIDAY, 13)).isEmpty();
    }
}
