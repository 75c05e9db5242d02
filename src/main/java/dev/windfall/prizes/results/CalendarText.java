package dev.windfall.prizes.results;

import java.nio.charset.StandardCharsets;

/// Writes iCalendar's lines (RFC 5545, 3.1): folded after 75 octets and never within a character, ended by CR and LF.
final class CalendarText {

    private static final int MAX_OCTETS = 75;
    private static final String LINE_END = "\r\n";

    private final StringBuilder text = new StringBuilder();

    /// @param value as the property's type demands; see [#escaped]
    CalendarText line(String property, String value) {
        int octets = 0;
        String line = property + ":" + value;
        for (int character : line.codePoints().toArray()) {
            String shown = Character.toString(character);
            int length = shown.getBytes(StandardCharsets.UTF_8).length;
            if (octets + length > MAX_OCTETS) {
                text.append(LINE_END).append(' ');
                octets = 1;
            }
            text.append(shown);
            octets += length;
        }
        text.append(LINE_END);
        return this;
    }

    /// A value of the type TEXT.
    static String escaped(String value) {
        return value.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replaceAll("\\R", "\\\\n");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
