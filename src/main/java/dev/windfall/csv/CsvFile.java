package dev.windfall.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/// The rows of one CSV file (RFC 4180, UTF-8, with or without a byte order mark) below a header that must be there. One
/// row is in memory at a time. A file that can't be read on ends there with a finding.
public final class CsvFile implements Iterator<CsvRow>, Closeable {

    private static final int BUFFER_BYTES = 1 << 16;
    private static final int MAX_RECORD_CHARACTERS = 4096;
    private static final int MAX_FIELDS = 64;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final String name;
    private final List<String> header;
    private final Findings.Collector findings;
    private final DigestInputStream bytes;
    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;

    private long lastLine;
    private boolean readable;

    private CsvFile(String name, List<String> header, Findings.Collector findings, InputStream in) throws IOException {
        this.name = name;
        this.header = header;
        this.findings = findings;
        this.bytes = FileDigest.digesting(in);
        this.reader = CsvReader.builder()
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .maxBufferSize(2 * BUFFER_BYTES)
                .build(
                        CsvRecordHandler.builder()
                                .maxFields(MAX_FIELDS)
                                .maxFieldSize(MAX_RECORD_CHARACTERS)
                                .maxRecordSize(MAX_RECORD_CHARACTERS)
                                .build(),
                        withoutByteOrderMark(new BufferedInputStream(bytes, BUFFER_BYTES)),
                        // malformed bytes become U+FFFD, which no field may contain: so they are named by line
                        StandardCharsets.UTF_8);
        this.records = reader.iterator();
        this.readable = true;
        this.readable = checkHeader();
    }

    public static CsvFile open(Path file, List<String> header, Findings.Collector findings) throws IOException {
        return open(file.getFileName().toString(), Files.newInputStream(file), header, findings);
    }

    /// Begins to read and checks the header.
    ///
    /// @param in is closed with this
    /// @param findings takes what is wrong with the file as a whole; rows report to it too, unless told otherwise
    public static CsvFile open(String name, InputStream in, List<String> header, Findings.Collector findings)
            throws IOException {
        try {
            return new CsvFile(name, header, findings, in);
        } catch (Throwable e) {
            in.close();
            throw e;
        }
    }

    @Override
    public boolean hasNext() {
        if (!readable) {
            return false;
        }
        try {
            return records.hasNext();
        } catch (CsvParseException e) {
            readable = false;
            findings.add(new Finding(
                    name,
                    lastLine + 1,
                    Finding.ROW,
                    ("can't be read from here on: close every quote, double the quotes inside quotes, and keep a row"
                                    + " below %d characters")
                            .formatted(MAX_RECORD_CHARACTERS)));
            return false;
        }
    }

    @Override
    public CsvRow next() {
        if (!readable) {
            throw new NoSuchElementException();
        }
        CsvRecord record = records.next();
        lastLine = record.getStartingLineNumber();
        return new CsvRow(name, header, record, findings);
    }

    /// The SHA-256 of the whole file, whatever of it could be read as rows. Asked once, when there is no next row.
    public String digest() throws IOException {
        return FileDigest.digestOfAll(bytes);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private boolean checkHeader() {
        List<String> first = hasNext() ? next().fields() : List.of();
        if (!first.equals(header) && readable) {
            findings.add(new Finding(
                    name,
                    1,
                    firstDifference(first),
                    "%s: the first line must name the columns: \"%s\""
                            .formatted(
                                    first.isEmpty()
                                            ? "the file is empty"
                                            : "it reads " + Finding.quoted(String.join(",", first)),
                                    String.join(",", header))));
        }
        return first.equals(header);
    }

    private String firstDifference(List<String> first) {
        for (int i = 0; i < header.size(); i++) {
            if (i >= first.size() || !first.get(i).equals(header.get(i))) {
                return header.get(i);
            }
        }
        return Finding.ROW;
    }

    private static InputStream withoutByteOrderMark(BufferedInputStream in) throws IOException {
        in.mark(BYTE_ORDER_MARK.length);
        if (!Arrays.equals(in.readNBytes(BYTE_ORDER_MARK.length), BYTE_ORDER_MARK)) {
            in.reset();
        }
        return in;
    }
}
