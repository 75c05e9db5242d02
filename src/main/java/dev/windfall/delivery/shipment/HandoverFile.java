package dev.windfall.delivery.shipment;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.windfall.csv.CsvFile;
import dev.windfall.csv.CsvRow;
import dev.windfall.csv.Finding;
import dev.windfall.csv.Findings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// A file of handovers: `draw_no,subscriber_id,tier,carrier,tracking_number`, a row for each prize.
final class HandoverFile {

    static final List<String> HEADER = List.of("draw_no", "subscriber_id", "tier", "carrier", "tracking_number");

    private static final int DRAW = 0;
    private static final int SUBSCRIBER = 1;
    private static final int TIER = 2;
    private static final int CARRIER = 3;
    private static final int TRACKING_NUMBER = 4;

    private static final int MAX_ROWS = 100_000;
    private static final int MAX_DRAW = 40;
    private static final int MAX_TIER = 80;
    private static final int MAX_TRACKING_NUMBER = 64;

    private static final Pattern PRINTED = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9 ./_-]*[A-Za-z0-9])?");

    private HandoverFile() {}

    /// The rows that can be read, but for those in which carrier and number are still left open; what is wrong with the
    /// others is a finding.
    ///
    /// @param carriers by whom prizes may travel
    /// @throws IOException if the file can't be read
    static List<Handover> read(String name, InputStream in, Set<String> carriers, Findings.Collector findings)
            throws IOException {
        List<Handover> handovers = new ArrayList<>();
        try (var rows = CsvFile.open(name, in, HEADER, findings)) {
            while (rows.hasNext()) {
                CsvRow row = rows.next();
                if (handovers.size() == MAX_ROWS) {
                    findings.add(new Finding(
                            name,
                            row.line(),
                            Finding.ROW,
                            "there is room for %d rows in a file: cut it in two".formatted(MAX_ROWS)));
                    break;
                }
                handover(row, carriers).ifPresent(handovers::add);
            }
        }
        if (handovers.isEmpty() && findings.isEmpty()) {
            findings.add(new Finding(name, 0, "", "holds no prize with carrier and number: fill in at least one row"));
        }
        return handovers;
    }

    /// A file of one row.
    static InputStream of(List<String> fields) throws IOException {
        var text = new StringWriter();
        try (var csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(HEADER);
            csv.writeRecord(fields);
        }
        return new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<Handover> handover(CsvRow row, Set<String> carriers) {
        if (!row.isComplete() || isStillWaiting(row)) {
            return Optional.empty();
        }
        Optional<String> draw = row.name(DRAW, MAX_DRAW);
        Optional<Integer> subscriber = row.count(SUBSCRIBER);
        Optional<String> tier = row.name(TIER, MAX_TIER);
        Optional<String> carrier = carrier(row, carriers);
        Optional<String> trackingNumber = trackingNumber(row);
        if (draw.isEmpty() || subscriber.isEmpty() || tier.isEmpty() || carrier.isEmpty() || trackingNumber.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Handover(
                row.line(), draw.get(), subscriber.get(), tier.get(), carrier.get(), trackingNumber.get()));
    }

    /// As the list of what waits has it: nobody has filled in yet how it travels.
    private static boolean isStillWaiting(CsvRow row) {
        return row.text(CARRIER).isEmpty() && row.text(TRACKING_NUMBER).isEmpty();
    }

    /// What carriers print on labels, and nothing that only looks like it.
    private static Optional<String> trackingNumber(CsvRow row) {
        Optional<String> number = row.name(TRACKING_NUMBER, MAX_TRACKING_NUMBER);
        if (number.isPresent() && !PRINTED.matcher(number.get()).matches()) {
            row.refuse(
                    TRACKING_NUMBER,
                    "%s is no number of a label: write letters and digits, with spaces, dots, dashes or slashes between them"
                            .formatted(Finding.quoted(number.get())));
            return Optional.empty();
        }
        return number;
    }

    private static Optional<String> carrier(CsvRow row, Set<String> carriers) {
        String carrier = row.text(CARRIER);
        if (!carriers.contains(carrier)) {
            row.refuse(
                    CARRIER,
                    "%s is no carrier that prizes travel with: %s"
                            .formatted(
                                    Finding.quoted(carrier),
                                    carriers.isEmpty() ? "none is set up" : "write " + String.join(", ", carriers)));
            return Optional.empty();
        }
        return Optional.of(carrier);
    }
}
