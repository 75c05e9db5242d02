package dev.windfall.prizes.results;

import dev.windfall.draw.DrawSchedule;
import dev.windfall.draw.LotteryCalendar;
import dev.windfall.draw.LotterySettings;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// The coming draws for calendars (iCalendar, RFC 5545): an entry for each day, since nobody knows the hour. Whoever
/// subscribes to it finds the same entries again, by ids that follow from lottery and date.
@Component
class DrawCalendar {

    private static final int WEEKS_AHEAD = 13;
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final DrawSchedule schedule;
    private final LotteryCalendar calendar;
    private final LotterySettings lottery;
    private final MessageSource messages;

    DrawCalendar(DrawSchedule schedule, LotteryCalendar calendar, LotterySettings lottery, MessageSource messages) {
        this.schedule = schedule;
        this.calendar = calendar;
        this.lottery = lottery;
        this.messages = messages;
    }

    /// Whether the days are known on which the lottery draws: a calendar without entries is none.
    boolean areKnown() {
        return !schedule.datesFrom(calendar.today(), 1).isEmpty();
    }

    String comingDraws(Locale language) {
        String summary = messages.getMessage("draws.calendar-entry", new Object[] {lottery.name()}, language);
        var text = new CalendarText()
                .line("BEGIN", "VCALENDAR")
                .line("VERSION", "2.0")
                .line("PRODID", "-//Windfall//Draws//EN");
        schedule.datesFrom(calendar.today(), WEEKS_AHEAD).forEach(date -> write(date, summary, text));
        return text.line("END", "VCALENDAR").toString();
    }

    private void write(LocalDate date, String summary, CalendarText text) {
        text.line("BEGIN", "VEVENT")
                .line("UID", StableId.of(lottery.name(), date).toString())
                .line("DTSTAMP", STAMP.format(calendar.now()))
                .line("DTSTART;VALUE=DATE", DateTimeFormatter.BASIC_ISO_DATE.format(date))
                .line("SUMMARY", CalendarText.escaped(summary))
                .line("TRANSP", "TRANSPARENT")
                .line("END", "VEVENT");
    }
}
