package dev.windfall.prizes.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LastVisitTests {

    private static final Instant START = Instant.parse("2026-11-21T12:00:00Z");

    private final LastVisit first = LastVisit.first(7, 10, START);

    @Test
    void takesNothingForNewAtTheFirstVisit() {
        assertThat(first.before()).isEqualTo(10);
    }

    @Test
    void staysAsItIsForTheViewsOfOneVisit() {
        assertThat(first.next(10, START.plusSeconds(60))).isSameAs(first);
    }

    @Test
    void takesForNewWhatIsPublishedDuringAVisit() {
        assertThat(first.next(12, START.plusSeconds(60)).before()).isEqualTo(10);
    }

    @Test
    void goesOnForAsLongAsSomebodyLooks() {
        LastVisit visit = first.next(12, START.plusSeconds(60));
        for (int minutes = 20; minutes < 120; minutes += 20) {
            visit = visit.next(12, START.plus(Duration.ofMinutes(minutes)));
        }

        assertThat(visit.before()).isEqualTo(10);
    }

    @Test
    void takesForNewInTheNextVisitWhatWasNotShownInTheLast() {
        LastVisit next = first.next(11, START.plusSeconds(60)).next(13, START.plus(Duration.ofHours(2)));

        assertThat(next.before()).isEqualTo(11);
        assertThat(next.shown()).isEqualTo(13);
    }

    @Test
    void goesBackToNothingOlderWhenANodeLagsBehind() {
        LastVisit lagging = first.next(12, START.plusSeconds(60)).next(11, START.plusSeconds(120));

        assertThat(lagging.shown()).isEqualTo(12);
    }

    @Test
    void isReadFromItsCookie() {
        LastVisit last = LastVisit.first(Integer.MAX_VALUE, 10, START);

        assertThat(LastVisit.ofCookie(first.toCookie())).contains(first);
        assertThat(LastVisit.ofCookie(last.toCookie())).contains(last);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7", "7.1.2", "7.1.2.x", "-7.1.2.3", "2147483648.1.2.3", "7.1.2.3.4", "7.1.2.3\n"})
    void isNotReadFromAnythingElse(String cookie) {
        assertThat(LastVisit.ofCookie(cookie)).isEmpty();
    }
}
