package dev.windfall.prizes.results;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CalendarTextTests {

    @Test
    void endsLinesAsTheFormatDemands() {
        assertThat(new CalendarText().line("BEGIN", "VEVENT").toString()).isEqualTo("BEGIN:VEVENT\r\n");
    }

    @Test
    void foldsWhatIsTooLongBetweenCharacters() {
        String text = new CalendarText().line("SUMMARY", "Łódź €".repeat(40)).toString();

        assertThat(text.split("\r\n"))
                .hasSizeGreaterThan(3)
                .allSatisfy(line -> assertThat(line.getBytes(UTF_8)).hasSizeLessThanOrEqualTo(75));
        assertThat(text.replace("\r\n ", "")).isEqualTo("SUMMARY:" + "Łódź €".repeat(40) + "\r\n");
    }

    @Test
    void escapesWhatWouldEndAValue() {
        assertThat(CalendarText.escaped("a;b,c\\d\ne")).isEqualTo("a\\;b\\,c\\\\d\\ne");
    }
}
