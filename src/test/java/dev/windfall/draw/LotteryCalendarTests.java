package dev.windfall.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LotteryCalendarTests {

    @ParameterizedTest
    @CsvSource({
        // Amsterdam is an hour ahead of UTC in winter and two in summer
        "2026-10-31T22:59:59Z, Europe/Amsterdam, 202610",
        "2026-10-31T23:00:00Z, Europe/Amsterdam, 202611",
        "2026-06-30T21:59:59Z, Europe/Amsterdam, 202606",
        "2026-06-30T22:00:00Z, Europe/Amsterdam, 202607",
        // New York is behind UTC: five hours in winter, four in summer; its clocks change on the first of November 2026
        "2026-11-01T03:59:59Z, America/New_York, 202610",
        "2026-11-01T04:00:00Z, America/New_York, 202611",
        "2026-12-01T04:59:59Z, America/New_York, 202611",
        "2026-12-01T05:00:00Z, America/New_York, 202612",
        // in Asunción the first of October 2023 began an hour late: its midnight did not exist
        "2023-10-01T03:59:59Z, America/Asuncion, 202309",
        "2023-10-01T04:00:00Z, America/Asuncion, 202310",
        // a year begins on the Line Islands long before it does elsewhere
        "2026-12-31T09:59:59Z, Pacific/Kiritimati, 202612",
        "2026-12-31T10:00:00Z, Pacific/Kiritimati, 202701",
    })
    void beginsAMonthAtMidnightOfTheLotterysTimeZone(Instant now, ZoneId zone, int period) {
        var calendar = new LotteryCalendar(Clock.fixed(now, ZoneOffset.UTC), zone);

        assertThat(calendar.currentPeriod()).isEqualTo(new SubscriptionPeriod(period));
    }
}
