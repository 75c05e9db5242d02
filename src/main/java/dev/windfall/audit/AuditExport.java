package dev.windfall.audit;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// The trail as a file, entry by entry.
final class AuditExport {

    private AuditExport() {}

    /// All fields of an entry by name, in the order of the columns.
    private static Map<String, String> fields(AuditEntry entry) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("id", Long.toString(entry.id()));
        fields.put("at", entry.time());
        fields.put("actor", entry.actor());
        fields.put("action", entry.action());
        fields.put("draw_number", entry.drawNumber().orElse(""));
        fields.put("draw_version", entry.version());
        fields.put("details", entry.details());
        fields.put("previous_hash", entry.previousHash());
        fields.put("hash", entry.hash());
        return fields;
    }

    /// For spreadsheets.
    static final class Csv implements AutoCloseable {

        private static final String FORMULA_STARTS = "=+-@\t\r";

        private final CsvWriter csv;
        private boolean hasHeader;

        Csv(Writer out) {
            csv = CsvWriter.builder().build(out);
        }

        void write(AuditEntry entry) {
            Map<String, String> fields = fields(entry);
            if (!hasHeader) {
                csv.writeRecord(fields.keySet());
                hasHeader = true;
            }
            List<String> values = fields.values().stream().map(Csv::plain).toList();
            csv.writeRecord(values);
        }

        /// A spreadsheet takes for a formula what begins like one.
        private static String plain(String value) {
            boolean looksLikeFormula = !value.isEmpty() && FORMULA_STARTS.indexOf(value.charAt(0)) >= 0;
            return looksLikeFormula ? "'" + value : value;
        }

        @Override
        public void close() throws IOException {
            csv.close();
        }
    }

    /// For programs: an object a line.
    static final class Json {

        private static final JsonMapper MAPPER = new JsonMapper();

        private final Writer out;

        Json(Writer out) {
            this.out = out;
        }

        void write(AuditEntry entry) {
            try {
                out.write(MAPPER.writeValueAsString(fields(entry)));
                out.write('\n');
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
