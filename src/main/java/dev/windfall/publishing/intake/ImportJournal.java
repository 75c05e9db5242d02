package dev.windfall.publishing.intake;

import dev.windfall.csv.Finding;
import dev.windfall.publishing.intake.RecordedImport.Outcome;
import java.sql.Types;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Writes down how imports go, in statements of their own: what a draw's transaction does shows only at its end.
@Repository
public class ImportJournal {

    private static final int KEPT = 200;

    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;

    ImportJournal(PlatformTransactionManager transactions, JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
        this.transaction = new TransactionTemplate(transactions);
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /// Begins an import, and forgets those long ago.
    public int begin(ImportRequest request) {
        return transaction.execute(_ -> {
            int id = insert(request);
            deleteThrough(id - KEPT);
            return id;
        });
    }

    private int insert(ImportRequest request) {
        return jdbc.sql("""
                        insert into imports (started_by, prize_table, winners_files)
                        values (:actor, :prizeTable, :winnersFiles)
                        returning id
                        """)
                .param("actor", request.signature().actor())
                .param("prizeTable", request.prizeTable().getFileName().toString())
                .param("winnersFiles", request.winnersFiles().size())
                .query(Integer.class)
                .single();
    }

    private void deleteThrough(int last) {
        jdbc.sql("delete from imports where id <= :last").param("last", last).update();
    }

    void tell(int id, ImportProgress.State progress) {
        jdbc.sql("""
                        update imports
                          set seen_at = now(), stage = :stage, draw_number = :drawNumber, prizes = :prizes,
                              expected = :expected, per_second = :perSecond, seconds_left = :secondsLeft
                          where id = :id
                        """)
                .param("stage", progress.stage().name())
                .param("drawNumber", progress.drawNumber())
                .param("prizes", progress.prizes())
                .param("expected", progress.expected())
                .param("perSecond", progress.perSecond())
                .param(
                        "secondsLeft",
                        progress.timeLeft().map(Duration::toSeconds).orElse(null),
                        Types.BIGINT)
                .param("id", id)
                .update();
    }

    void add(int id, Outcome outcome) {
        transaction.executeWithoutResult(_ -> insertFindings(
                id, insertOutcome(id, outcome), outcome.findings().first()));
    }

    /// @return which of the import's outcomes it is
    private int insertOutcome(int id, Outcome outcome) {
        return jdbc.sql("""
                        insert into import_outcomes (import_id, ordinal, draw_number, outcome, prizes, unnamed_findings)
                        select :id, count(*), :drawNumber, :outcome, :prizes, :unnamed
                          from import_outcomes
                          where import_id = :id
                        returning ordinal
                        """)
                .param("id", id)
                .param("drawNumber", outcome.drawNumber())
                .param("outcome", outcome.kind().name())
                .param("prizes", outcome.prizes())
                .param("unnamed", outcome.findings().more())
                .query(Integer.class)
                .single();
    }

    private void insertFindings(int id, int outcome, List<Finding> findings) {
        batches.batchUpdate(
                """
                        insert into import_findings (import_id, outcome_ordinal, ordinal, file, line, field, reason)
                        values (:id, :outcome, :ordinal, :file, :line, :field, :reason)
                        """,
                IntStream.range(0, findings.size())
                        .mapToObj(i -> row(findings.get(i))
                                .addValue("id", id)
                                .addValue("outcome", outcome)
                                .addValue("ordinal", i))
                        .toArray(SqlParameterSource[]::new));
    }

    void end(int id) {
        jdbc.sql("update imports set ended_at = now(), seen_at = now() where id = :id")
                .param("id", id)
                .update();
    }

    void fail(int id, RecordedImport.Failure failure) {
        jdbc.sql("update imports set ended_at = now(), seen_at = now(), failure = :failure where id = :id")
                .param("failure", failure.name())
                .param("id", id)
                .update();
    }

    private static MapSqlParameterSource row(Finding finding) {
        return new MapSqlParameterSource("file", finding.file())
                .addValue("line", finding.line())
                .addValue("field", finding.field())
                .addValue("reason", finding.reason());
    }
}
