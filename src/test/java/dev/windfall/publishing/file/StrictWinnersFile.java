package dev.windfall.publishing.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Tells which rows of a winners file are good, with as few means as possible: bytes are compared with bytes, nothing
/// is decoded, and rows are cut by hand. An oracle for the reader, which works on characters and by a library.
final class StrictWinnersFile {

    /// What may stand in a row below the draw's number.
    private static final Pattern SUBSCRIBER = Pattern.compile("[1-9][0-9]{0,9}");

    private final byte[] bytes;
    private final String draw;
    private final Map<String, Pattern> amountByTier;
    private final String currency;
    private final List<Row> rows = new ArrayList<>();

    private int at;
    private long line = 1;

    /// @param amountByTier how the amount of each tier may be written
    StrictWinnersFile(byte[] bytes, String draw, Map<String, Pattern> amountByTier, String currency) {
        this.bytes = bytes;
        this.draw = asBytes(draw);
        this.amountByTier = amountByTier;
        this.currency = currency;
        while (at < bytes.length) {
            readRow();
        }
    }

    /// @param isGood whether it is a prize of the draw
    /// @param isEmpty whether there is nothing in it
    record Row(long line, boolean isGood, boolean isEmpty, String subscriber) {}

    /// All rows, the header among them.
    List<Row> rows() {
        return rows;
    }

    private void readRow() {
        long start = line;
        int from = at;
        List<String> fields = new ArrayList<>();
        boolean wellFormed = readField(fields);
        while (at < bytes.length && bytes[at] == ',') {
            at++;
            wellFormed &= readField(fields);
        }
        boolean empty = at == from;
        skipLineEnd();
        rows.add(new Row(start, wellFormed && isGood(fields), empty, fields.size() > 1 ? fields.get(1) : ""));
    }

    private boolean readField(List<String> fields) {
        return (at < bytes.length && bytes[at] == '"') ? readQuoted(fields) : readPlain(fields);
    }

    private boolean readPlain(List<String> fields) {
        int from = at;
        while (at < bytes.length && bytes[at] != ',' && bytes[at] != '\n' && bytes[at] != '\r') {
            at++;
        }
        fields.add(new String(bytes, from, at - from, ISO_8859_1));
        return true;
    }

    /// A quoted field whose closing quote is not followed by a comma or a line end is broken, and all to the next of
    /// these with it.
    private boolean readQuoted(List<String> fields) {
        var text = new StringBuilder();
        at++;
        while (at < bytes.length) {
            if (bytes[at] == '"') {
                if (at + 1 >= bytes.length || bytes[at + 1] != '"') {
                    break;
                }
                at++;
            }
            countLine();
            text.append((char) (bytes[at++] & 0xFF));
        }
        boolean closed = at < bytes.length;
        at = Math.min(bytes.length, at + 1);
        fields.add(text.toString());
        boolean ends = at == bytes.length || bytes[at] == ',' || bytes[at] == '\n' || bytes[at] == '\r';
        if (!ends) {
            readPlain(new ArrayList<>());
        }
        return closed && ends;
    }

    private void skipLineEnd() {
        if (at < bytes.length) {
            countLine();
            boolean two = bytes[at] == '\r' && at + 1 < bytes.length && bytes[at + 1] == '\n';
            if (two) {
                line++;
            }
            at += two ? 2 : 1;
        }
    }

    /// A carriage return before a line feed ends no line of its own.
    private void countLine() {
        boolean alone = bytes[at] == '\r' && (at + 1 == bytes.length || bytes[at + 1] != '\n');
        if (bytes[at] == '\n' || alone) {
            line++;
        }
    }

    private boolean isGood(List<String> fields) {
        return fields.size() == 5
                && fields.get(0).equals(draw)
                && SUBSCRIBER.matcher(fields.get(1)).matches()
                && Long.parseLong(fields.get(1)) < 1L << 31
                && amountByTier.entrySet().stream()
                        .anyMatch(tier -> asBytes(tier.getKey()).equals(fields.get(2))
                                && tier.getValue().matcher(fields.get(3)).matches())
                && fields.get(4).equals(currency);
    }

    /// A byte a character.
    private static String asBytes(String text) {
        return new String(text.getBytes(UTF_8), ISO_8859_1);
    }
}
