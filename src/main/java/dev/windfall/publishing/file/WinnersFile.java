package dev.windfall.publishing.file;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.windfall.csv.CsvFile;
import dev.windfall.csv.CsvRow;
import dev.windfall.csv.Finding;
import dev.windfall.csv.Findings;
import dev.windfall.draw.Tier;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A winners file: `draw_no,subscriber_id,tier,amount,currency`, a row for each prize, all of one draw. A draw may come
/// in several of them.
public final class WinnersFile {

    static final List<String> HEADER = List.of("draw_no", "subscriber_id", "tier", "amount", "currency");
    static final int DRAW = 0;
    static final int SUBSCRIBER = 1;
    static final int TIER = 2;
    static final int AMOUNT = 3;
    static final int CURRENCY = 4;

    private WinnersFile() {}

    /// The file's first row, which tells whose winners it holds; empty, with a finding, if it holds none.
    ///
    /// @throws IOException if the file can't be read
    public static Optional<FirstRow> firstRow(Path file, Findings.Collector findings) throws IOException {
        var header = new Findings.Collector();
        try (var rows = CsvFile.open(file, HEADER, header)) {
            if (rows.hasNext()) {
                CsvRow row = rows.next();
                return Optional.of(new FirstRow(row.line(), row.text(DRAW)));
            }
        }
        if (header.isEmpty()) {
            header.add(new Finding(
                    file.getFileName().toString(),
                    0,
                    "",
                    "holds no winner: look whether it is complete; a draw that nobody won needs no file"));
        }
        header.findings().first().forEach(findings::add);
        return Optional.empty();
    }

    /// @param drawNumber as it stands there, whatever it may be
    public record FirstRow(long line, String drawNumber) {}

    /// Writes one draw's winners.
    public static final class Rows implements Closeable {

        private final CsvWriter csv;
        private final String drawNumber;

        public Rows(Writer out, String drawNumber) {
            this.csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
            this.drawNumber = drawNumber;
            csv.writeRecord(HEADER);
        }

        public void write(int subscriber, Tier tier) {
            var value = tier.prize().value();
            csv.writeRecord(
                    drawNumber,
                    Integer.toString(subscriber),
                    tier.name(),
                    value.plainAmount(),
                    value.currency().getCurrencyCode());
        }

        @Override
        public void close() throws IOException {
            csv.close();
        }
    }
}
