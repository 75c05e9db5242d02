package dev.windfall.draw;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyInputStream;
import org.springframework.jdbc.datasource.DataSourceUtils;

/// Reads a version's winners out of its own table by a binary COPY, in one sequence and without an object per winner on
/// our side.
///
/// The format is that of PostgreSQL's documentation of COPY: a header; for each row the number of its fields, and for
/// each field its length and value, all big-endian; at the end a number of fields of -1.
final class WinnersCopy {

    private static final int SIGNATURE_AND_FLAGS_BYTES = 11 + Integer.BYTES;
    private static final int BUFFER_BYTES = 1 << 16;
    private static final int END = -1;
    private static final int FIELDS = 2;

    private final DataSource dataSource;

    WinnersCopy(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    Winners read(PublishedDraw draw) {
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try (DataInputStream rows = open(connection, draw)) {
            return read(rows, Winners.builder(draw.prizeCount()));
        } catch (IOException | SQLException e) {
            throw new WinnersNotRead(draw, e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    /// Asks for no order: the table was filled in it, and the builder sorts what a scan that joined another one midway
    /// brought out of it.
    private static DataInputStream open(Connection connection, PublishedDraw draw) throws SQLException {
        String copy = "copy (select subscriber_id, tier from winnings_v%d) to stdout (format binary)"
                .formatted(draw.version());
        var bytes = new PGCopyInputStream(connection.unwrap(PGConnection.class), copy);
        return new DataInputStream(new BufferedInputStream(bytes, BUFFER_BYTES));
    }

    private static Winners read(DataInputStream rows, Winners.Builder winners) throws IOException {
        rows.skipNBytes(SIGNATURE_AND_FLAGS_BYTES);
        rows.skipNBytes(rows.readInt());
        for (int fields = rows.readShort(); fields != END; fields = rows.readShort()) {
            expect(FIELDS, fields);
            expect(Integer.BYTES, rows.readInt());
            int subscriber = rows.readInt();
            expect(Short.BYTES, rows.readInt());
            winners.add(subscriber, rows.readShort());
        }
        return winners.build();
    }

    private static void expect(int expected, int found) throws IOException {
        if (expected != found) {
            throw new IOException(
                    "a row of a COPY is not of the columns asked for: %d for %d".formatted(found, expected));
        }
    }
}
