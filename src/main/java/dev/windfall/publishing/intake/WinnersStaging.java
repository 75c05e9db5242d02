package dev.windfall.publishing.intake;

import dev.windfall.csv.FileDigest;
import dev.windfall.csv.Finding;
import dev.windfall.csv.Findings;
import dev.windfall.draw.SubscriptionPeriod;
import dev.windfall.publishing.Coverage;
import dev.windfall.publishing.file.WinnersCheck;
import dev.windfall.publishing.gate.Verdict;
import dev.windfall.publishing.gate.rows.WinnersWatch;
import dev.windfall.statement.Statements;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Streams a draw's winners files through their checks into a temporary table, which still knows each prize's file and
/// line, and asks there what only the database knows. The table is gone when the transaction ends.
///
/// The rows go by binary COPY: a header; for each row the number of its fields, and for each field its length and
/// value, all big-endian; at the end a number of fields of -1.
@Repository
class WinnersStaging {

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0};
    private static final int BUFFER_BYTES = 1 << 16;
    private static final int MAX_ROWS_NAMED = 100;
    private static final int MAX_STATEMENT_MS = 3_600_000;

    private final JdbcTemplate template;
    private final JdbcClient jdbc;
    private final Statements statements;

    WinnersStaging(JdbcTemplate template, JdbcClient jdbc, Statements statements) {
        this.template = template;
        this.jdbc = jdbc;
        this.statements = statements;
    }

    /// @param verdict takes all that is found; if it took no fault, the winners are in the temporary table
    ///
    /// @return the winners files with their digests
    List<FileDigest> load(Draft draft, Verdict verdict, ImportProgress progress) {
        template.execute("""
                create temporary table staged_winners (
                  file integer not null,
                  line bigint not null,
                  subscriber_id integer not null,
                  tier smallint not null
                ) on commit drop
                """);
        template.execute(WinnersStaging::allowTime);
        var check = new WinnersCheck(draft.prizeTable().name(), draft.draw(), verdict.faults());
        var watch = new WinnersWatch(draft.fileNames());
        template.execute((Connection connection) -> copy(connection, draft, check, watch, progress));
        progress.enter(ImportStage.CHECKING);
        watch.reportMadeUpNumbers(highestSubscriber(), verdict.doubts());
        if (verdict.faults().isEmpty()) {
            // given twice where once is declared is wrong; where both are declared, somebody may have meant it
            watch.reportRepetitions(check.countsAgree() ? verdict.doubts() : verdict.faults());
            check.checkCounts();
        }
        if (!verdict.faults().isEmpty()) {
            findUncovered(draft, verdict.faults());
        }
        return check.files();
    }

    /// Names the winners, at most a hundred of them, who hold no subscription that covers the draw's period. Whether
    /// there are any is quickly asked of a version's table; this one isn't sorted, and takes its time.
    void findUncovered(Draft draft, Findings.Collector faults) {
        SubscriptionPeriod period = SubscriptionPeriod.of(draft.draw().date());
        List<Uncovered> uncovered = jdbc.sql("""
                        with uncovered as (
                          select file, line, subscriber_id, count(*) over () as count
                            from staged_winners staged
                            where %s
                            order by file, line
                            limit :limit)
                        select file, line, subscriber_id, count,
                               exists (select from subscribers where id = subscriber_id) as is_known
                          from uncovered
                          order by file, line
                        """.formatted(Coverage.isMissing("staged.subscriber_id")))
                .params(Coverage.of(period))
                .param("limit", MAX_ROWS_NAMED)
                .query(WinnersStaging::uncovered)
                .list();
        uncovered.forEach(row -> faults.add(
                new Finding(draft.fileNames().get(row.file()), row.line(), "subscriber_id", row.reason(period))));
        uncovered.stream().findFirst().ifPresent(row -> faults.addUnnamed(row.count() - uncovered.size()));
    }

    private int highestSubscriber() {
        return jdbc.sql("select coalesce(max(id), 0) as highest from subscribers")
                .query(Integer.class)
                .single();
    }

    /// The pool lets a connection wait a minute for an answer. Sorting and indexing millions of rows may take longer;
    /// the pool's own limit is back when the connection is.
    private static boolean allowTime(Connection connection) throws SQLException {
        connection.setNetworkTimeout(Runnable::run, MAX_STATEMENT_MS);
        return true;
    }

    private boolean copy(
            Connection connection, Draft draft, WinnersCheck check, WinnersWatch watch, ImportProgress progress)
            throws SQLException {
        var copy = new PGCopyOutputStream(
                connection.unwrap(PGConnection.class), "copy staged_winners from stdin (format binary)", BUFFER_BYTES);
        try (var copying = statements.begin()) {
            var rows = new DataOutputStream(new BufferedOutputStream(copy, BUFFER_BYTES));
            rows.write(SIGNATURE);
            rows.writeInt(0);
            rows.writeInt(0);
            List<Path> files = draft.winnersFiles();
            for (int file = 0; file < files.size(); file++) {
                int place = file;
                check.read(files.get(file), (line, subscriber, tier) -> {
                    watch.accept(place, line, subscriber, tier);
                    write(rows, place, line, subscriber, tier);
                    progress.addRead(1);
                });
            }
            rows.writeShort(-1);
            rows.flush();
            copying.succeed(copy.endCopy());
            return true;
        } catch (IOException e) {
            if (e.getCause() instanceof SQLException cause) {
                throw cause;
            }
            throw new UncheckedIOException(e);
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private static void write(DataOutputStream rows, int file, long line, int subscriber, int tier) throws IOException {
        rows.writeShort(4);
        rows.writeInt(Integer.BYTES);
        rows.writeInt(file);
        rows.writeInt(Long.BYTES);
        rows.writeLong(line);
        rows.writeInt(Integer.BYTES);
        rows.writeInt(subscriber);
        rows.writeInt(Short.BYTES);
        rows.writeShort(tier);
    }

    private static Uncovered uncovered(ResultSet row, int number) throws SQLException {
        return new Uncovered(
                row.getInt("file"),
                row.getLong("line"),
                row.getInt("subscriber_id"),
                row.getLong("count"),
                row.getBoolean("is_known"));
    }

    /// A winner without a subscription.
    ///
    /// @param count of all rows like this
    /// @param isKnown whether there is such a subscriber
    private record Uncovered(int file, long line, int subscriber, long count, boolean isKnown) {

        String reason(SubscriptionPeriod period) {
            return isKnown
                    ? "%d has no subscription that covers %s: correct the number, or add the subscription first"
                            .formatted(subscriber, period.month())
                    : "%d is no subscriber: correct the number, or add the subscriber first".formatted(subscriber);
        }
    }
}
