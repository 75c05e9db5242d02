package dev.windfall.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/// Writes CSV (RFC 4180) that a spreadsheet takes for what it is: none of its fields is run as a formula.
public final class SpreadsheetCsv implements AutoCloseable {

    private static final String FORMULA_STARTS = "=+-@\t\r\n";

    private static final Pattern SECOND_START = Pattern.compile("(;)([=+@-])");

    private final CsvWriter csv;

    /// @param header the names of the columns
    public SpreadsheetCsv(Writer out, Collection<String> header) {
        csv = CsvWriter.builder().build(out);
        csv.writeRecord(header);
    }

    /// A field for each column, in their order.
    public void write(Collection<String> fields) {
        List<String> plain = fields.stream().map(SpreadsheetCsv::plain).toList();
        csv.writeRecord(plain);
    }

    /// A spreadsheet takes for a formula what begins like one, and in some countries a semicolon for the end of a
    /// field.
    private static String plain(String value) {
        return SECOND_START.matcher(beginningPlain(value)).replaceAll("$1'$2");
    }

    private static String beginningPlain(String value) {
        boolean looksLikeFormula = !value.isEmpty() && FORMULA_STARTS.indexOf(value.charAt(0)) >= 0;
        return looksLikeFormula ? "'" + value : value;
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
