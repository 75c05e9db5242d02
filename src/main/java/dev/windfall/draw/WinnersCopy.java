package dev.windfall.draw;

import dev.windfall.statement.Statements;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;
import org.postgresql.copy.PGCopyInputStream;
import org.springframework.jdbc.datasource.DataSourceUtils;

/// Reads a version's winners out of its own table by a binary COPY, in one sequence and without an object per winner on
/// our side.
///
/// A COPY of the two columns would send a message for each winner, which costs the server more than reading the table
/// does. So the server packs the winners of some hundred pages into one value: 8 bytes each, the subscriber above, the
/// tier below. The pages are told by number, so that each is read once, whatever the size of the table.
///
/// The format is that of PostgreSQL's documentation of COPY: a header; for each row, in a message of its own, the
/// number of its fields, and for each field its length and value, all big-endian; at the end a number of fields of -1.
final class WinnersCopy {

    /// Signature, flags, and the length of an extension that no version of PostgreSQL has.
    private static final int HEADER_BYTES = 11 + 2 * Integer.BYTES;

    private static final int END = -1;

    /// Some 35,000 winners: enough that the message doesn't count, and a quarter of a megabyte on either side.
    private static final int PAGES = 256;

    private final DataSource dataSource;
    private final Statements statements;

    WinnersCopy(DataSource dataSource, Statements statements) {
        this.dataSource = dataSource;
        this.statements = statements;
    }

    Winners read(PublishedDraw draw) {
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try (var copying = statements.begin();
                var copy = new PGCopyInputStream(
                        connection.unwrap(PGConnection.class),
                        "copy (%s) to stdout (format binary)".formatted(packedWinners(draw.version())))) {
            Winners winners = read(copy, Winners.builder(draw.prizeCount()));
            copying.succeed(winners.prizeCount());
            return winners;
        } catch (IOException | SQLException e) {
            throw new WinnersNotRead(draw, e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    /// Asks for no order: the table was filled in it.
    static String packedWinners(int version) {
        return """
                select piece.winners
                  from generate_series(
                         0, pg_relation_size('winnings_v%1$d') / current_setting('block_size')::integer, %2$d) page
                  cross join lateral (
                    select string_agg(int8send(subscriber_id::bigint << 32 | tier), '') as winners
                      from winnings_v%1$d
                      where ctid >= format('(%%s,0)', page)::tid and ctid < format('(%%s,0)', page + %2$d)::tid
                      having count(*) > 0) piece
                """.formatted(version, PAGES);
    }

    private static Winners read(CopyOut copy, Winners.Builder winners) throws IOException, SQLException {
        int begin = HEADER_BYTES;
        for (byte[] message = copy.readFromCopy(); message != null; message = copy.readFromCopy()) {
            addRow(ByteBuffer.wrap(message, begin, message.length - begin), winners);
            begin = 0;
        }
        return winners.build();
    }

    private static void addRow(ByteBuffer row, Winners.Builder winners) throws IOException {
        int fields = row.getShort();
        if (fields != END) {
            expect(1, fields);
            expect(row.getInt(), row.remaining());
            addPacked(row.asLongBuffer(), winners);
        }
    }

    private static void addPacked(LongBuffer packed, Winners.Builder winners) {
        while (packed.hasRemaining()) {
            long winner = packed.get();
            winners.add((int) (winner >>> Integer.SIZE), (int) winner);
        }
    }

    private static void expect(int expected, int found) throws IOException {
        if (expected != found) {
            throw new IOException("a row of a COPY is not what was asked for: %d for %d".formatted(found, expected));
        }
    }
}
