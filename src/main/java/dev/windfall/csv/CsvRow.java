package dev.windfall.csv;

import static dev.windfall.csv.Finding.quoted;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// One row, whose fields are asked for one by one. A field that is not what it should be is empty, and a finding.
///
/// @param header the columns' names; a column is its place in them
/// @param findings takes the findings about this row
public record CsvRow(String file, List<String> header, CsvRecord values, Findings.Collector findings) {

    private static final String REPLACEMENT = "\uFFFD";

    public long line() {
        return values.getStartingLineNumber();
    }

    public List<String> fields() {
        return values.getFields();
    }

    public CsvRow reportingTo(Findings.Collector other) {
        return new CsvRow(file, header, values, other);
    }

    /// Whether there are as many fields as columns. The first column that there is no field for is named, if they are
    /// too few.
    public boolean isComplete() {
        if (values.getFieldCount() == header.size()) {
            return true;
        }
        add(
                values.getFieldCount() < header.size() ? header.get(values.getFieldCount()) : Finding.ROW,
                "the row has %d fields instead of %d: look for a comma too many or too few"
                        .formatted(values.getFieldCount(), header.size()));
        return false;
    }

    /// The field as it stands; empty where the row is too short.
    public String text(int column) {
        return column < values.getFieldCount() ? values.getField(column) : "";
    }

    public Optional<String> name(int column, int maxLength) {
        String text = text(column);
        int length = text.codePointCount(0, text.length());
        if (text.contains(REPLACEMENT)) {
            refuse(column, quoted(text) + " is not UTF-8: save the file as UTF-8");
        } else if (length < 1 || length > maxLength) {
            refuse(column, "has %d characters: give it 1 to %d".formatted(length, maxLength));
        } else if (!text.equals(text.strip()) || text.codePoints().anyMatch(CsvRow::isNotForReading)) {
            refuse(column, quoted(text) + " begins or ends with a space or holds a control character: remove it");
        } else {
            return Optional.of(text);
        }
        return Optional.empty();
    }

    /// Of control characters, those for private use and those that are none: nobody could tell what they show.
    private static boolean isNotForReading(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.PRIVATE_USE, Character.SURROGATE, Character.UNASSIGNED -> true;
            default -> false;
        };
    }

    public Optional<LocalDate> date(int column) {
        try {
            return Optional.of(LocalDate.parse(text(column)))
                    .filter(date -> date.getYear() >= 1900 && date.getYear() <= 9999)
                    .or(() -> refuseDate(column));
        } catch (DateTimeException e) {
            return refuseDate(column);
        }
    }

    public Optional<Integer> count(int column) {
        try {
            String text = text(column);
            if (text.chars().allMatch(c -> c >= '0' && c <= '9')) {
                return Optional.of(Integer.valueOf(text));
            }
        } catch (NumberFormatException e) {
            // empty or beyond an int: refused below like everything else
        }
        refuse(
                column,
                "%s is not a count: write a whole number from 0 to %d"
                        .formatted(quoted(text(column)), Integer.MAX_VALUE));
        return Optional.empty();
    }

    public void refuse(int column, String reason) {
        add(header.get(column), reason);
    }

    private Optional<LocalDate> refuseDate(int column) {
        refuse(column, quoted(text(column)) + " is not a date: write year, month and day, like 2026-08-31");
        return Optional.empty();
    }

    private void add(String field, String reason) {
        findings.add(new Finding(file, line(), field, reason));
    }
}
