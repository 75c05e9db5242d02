package dev.windfall.publishing.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Spoils a good row in the ways that spreadsheets, scripts, editors, transfers and attackers do. The same seed spoils
/// the same way.
public final class RowMutations {

    public static final String DRAW = "3047";
    public static final String TIER = "4 acértos";
    public static final String AMOUNT = "1035.20";

    private static final List<String> NASTY = List.of(
            "",
            " ",
            "0",
            "-0",
            "-1",
            "+1",
            "1e308",
            "1E3",
            "NaN",
            "Infinity",
            "-Infinity",
            "null",
            "NULL",
            "0x19",
            "1_000",
            "1.234,56",
            "1,234.56",
            "1035,20",
            "1'035.20",
            "1 035.20",
            "1035.2",
            "1035.200",
            "1035.",
            ".20",
            "01035.20",
            "103520",
            "10.3520",
            "1035.20 ",
            " 1035.20",
            "R$1035.20",
            "1035.20€",
            "1035.20BRL",
            "1035.21",
            "1035.19999999",
            "=1035.20",
            "=1+1",
            "+4711",
            "-4711",
            "@SUM(A1:A9)",
            "=cmd|' /C calc'!A0",
            "'4711",
            "4711.0",
            "4711,0",
            "04711",
            "2147483647",
            "2147483648",
            "4294967297",
            "9223372036854775808",
            "99999999999999999999999",
            "٤٧١١",
            "４７１１",
            "brl",
            "BRL ",
            "BR",
            "BRLL",
            "986",
            "R$",
            "4 acertos",
            "4 acertos",
            "4 acértos ",
            " 4 acértos",
            "4 ACÉRTOS",
            "4 ace\u0301rtos",
            "4 аcértos",
            "4\u00A0acértos",
            "4 acértos\u0000",
            "\u00004 acértos",
            "4\u200B acértos",
            "\uFEFF3047",
            "3047\uFEFF",
            "3046",
            "3048",
            "03047",
            "3047.0",
            "3047 ",
            "#3047",
            "\u0000",
            "\u001B[31m",
            "\"",
            "\"\"",
            "\"\"\"",
            "\"3047",
            "30\"47",
            "\"3047\"x",
            "\"3047\" ",
            " \"3047\"",
            "\"30\n47\"",
            "<script>",
            "';--",
            "\\N",
            "\\",
            "\t",
            "\r",
            "\n",
            "\r\n",
            "\u2028",
            "\uFFFD",
            "true",
            "2026-08-20");

    private final Random random;

    public RowMutations(long seed) {
        random = new Random(seed);
    }

    /// A row with its line end, or what is left of it.
    public byte[] next() {
        byte[] row = row();
        int times = 1 + random.nextInt(2);
        for (int i = 0; i < times; i++) {
            row = mutated(row);
        }
        return row;
    }

    private byte[] row() {
        return String.join(",", DRAW, "4711", TIER, AMOUNT, "BRL").concat("\n").getBytes(UTF_8);
    }

    private byte[] mutated(byte[] row) {
        return switch (random.nextInt(18)) {
            case 0, 1, 2, 3 -> withField(row, NASTY.get(random.nextInt(NASTY.size())));
            case 4 -> withField(row, "\"" + field(row) + "\"");
            case 5 -> spliced(row, random.nextInt(row.length + 1), 0, randomBytes(1));
            case 6 -> spliced(row, random.nextInt(row.length + 1), 0, new byte[] {interesting()});
            case 7 -> spliced(row, at(row), 1, new byte[0]);
            case 8 -> spliced(row, at(row), 1, new byte[] {interesting()});
            case 9 -> spliced(row, at(row), 1, randomBytes(1));
            case 10 -> swapped(row);
            case 11 -> spliced(row, 0, at(row), new byte[0]);
            case 12 -> spliced(row, at(row), row.length, "\n".getBytes(UTF_8));
            case 13 -> inCharset(row);
            case 14 -> randomBytes(1 + random.nextInt(200));
            case 15 ->
                new String(row, ISO_8859_1)
                        .replace(',', ";\t|:".charAt(random.nextInt(4)))
                        .getBytes(ISO_8859_1);
            case 16 -> withLineEnd(row);
            default -> spliced(row, at(row), 0, longText());
        };
    }

    private byte[] withField(byte[] row, String value) {
        List<String> fields =
                new ArrayList<>(List.of(new String(row, UTF_8).strip().split(",", -1)));
        fields.set(random.nextInt(fields.size()), value);
        return (String.join(",", fields) + "\n").getBytes(UTF_8);
    }

    private String field(byte[] row) {
        String[] fields = new String(row, UTF_8).strip().split(",", -1);
        return fields[random.nextInt(fields.length)].replace("\"", "\"\"");
    }

    private byte[] inCharset(byte[] row) {
        String text = new String(row, UTF_8);
        List<Charset> charsets = List.of(ISO_8859_1, UTF_16LE, UTF_16BE);
        byte[] encoded = text.getBytes(charsets.get(random.nextInt(charsets.size())));
        byte[] mark = random.nextBoolean() ? new byte[0] : "\uFEFF".getBytes(UTF_8);
        return spliced(encoded, 0, 0, mark);
    }

    private byte[] withLineEnd(byte[] row) {
        String[] ends = {"\r\n", "\r", "", "\n\n", "\r\r\n", "\u0085", "\u2028", "\u0000\n"};
        return new String(row, UTF_8)
                .replace("\n", ends[random.nextInt(ends.length)])
                .getBytes(UTF_8);
    }

    /// Hardly ever ten megabytes: that takes its time.
    private byte[] longText() {
        int length = random.nextInt(2_000) == 0 ? 10_000_000 : random.nextInt(10_000);
        return "7".repeat(length).getBytes(UTF_8);
    }

    private byte[] swapped(byte[] row) {
        int first = at(row);
        int second = at(row);
        byte[] swapped = row.clone();
        if (row.length > 0) {
            swapped[first] = row[second];
            swapped[second] = row[first];
        }
        return swapped;
    }

    private int at(byte[] row) {
        return random.nextInt(Math.max(1, row.length));
    }

    private byte[] randomBytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private byte interesting() {
        String bytes = "\",\n\r\0 \t;=+-.0123456789'\\#\u007F\u0080\u00BB\u00BF\u00C0\u00EF\u00FF";
        return bytes.getBytes(ISO_8859_1)[random.nextInt(bytes.length())];
    }

    private static byte[] spliced(byte[] row, int from, int removed, byte[] inserted) {
        var result = new ByteArrayOutputStream();
        result.write(row, 0, Math.min(from, row.length));
        result.writeBytes(inserted);
        int rest = Math.min(row.length, from + removed);
        result.write(row, rest, row.length - rest);
        return result.toByteArray();
    }
}
