package dev.windfall.audit;

import dev.windfall.csv.SpreadsheetCsv;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// The trail as a file, entry by entry.
final class AuditExport {

    private static final List<String> COLUMNS =
            List.of("id", "at", "actor", "action", "draw_number", "draw_version", "details", "previous_hash", "hash");

    private AuditExport() {}

    private static List<String> fields(AuditEntry entry) {
        return List.of(
                Long.toString(entry.id()),
                entry.time(),
                entry.actor(),
                entry.action(),
                entry.drawNumber().orElse(""),
                entry.version(),
                entry.details(),
                entry.previousHash(),
                entry.hash());
    }

    /// For spreadsheets.
    static final class Csv implements AutoCloseable {

        private final SpreadsheetCsv csv;

        Csv(Writer out) {
            csv = new SpreadsheetCsv(out, COLUMNS);
        }

        void write(AuditEntry entry) {
            csv.write(fields(entry));
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
                out.write(MAPPER.writeValueAsString(named(fields(entry))));
                out.write('\n');
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static Map<String, String> named(List<String> fields) {
            Map<String, String> named = new LinkedHashMap<>();
            for (int i = 0; i < COLUMNS.size(); i++) {
                named.put(COLUMNS.get(i), fields.get(i));
            }
            return named;
        }
    }
}
