package dev.windfall.csv;

/// Something about a draw that is wrong, or that somebody has to confirm.
///
/// @param file the file's name
/// @param line counted from 1; 0 where the whole file is meant
/// @param field the column's name in the header, or [#ROW]; empty where the whole file is meant
/// @param reason one sentence: what is wrong, and what to do about it
public record Finding(String file, long line, String field, String reason) {

    /// In place of a column where no one column is to blame.
    public static final String ROW = "row";

    private static final int MAX_QUOTED_CHARACTERS = 60;

    /// `file:line: field: reason`, without the parts that there are not.
    @Override
    public String toString() {
        return file + (line == 0 ? "" : ":" + line) + ": " + (field.isEmpty() ? "" : field + ": ") + reason;
    }

    /// Text from a file as a reason may show it: in quotes, short, and with nothing in it that a terminal obeys.
    public static String quoted(String text) {
        String visible = text.replaceAll("\\p{C}", "\uFFFD");
        int end = visible.offsetByCodePoints(
                0, Math.min(MAX_QUOTED_CHARACTERS, visible.codePointCount(0, visible.length())));
        return '"' + visible.substring(0, end) + (end < visible.length() ? "…" : "") + '"';
    }
}
