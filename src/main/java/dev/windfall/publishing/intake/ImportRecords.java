package dev.windfall.publishing.intake;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.windfall.csv.Finding;
import dev.windfall.csv.Findings;
import dev.windfall.publishing.intake.RecordedImport.Outcome;
import dev.windfall.publishing.intake.RecordedImport.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Reads what [ImportJournal] wrote.
@Repository
public class ImportRecords {

    /// An import tells every second how far it is; who says nothing for so long has gone.
    private static final Duration SILENCE = Duration.ofSeconds(20);

    private static final String IMPORT = """
            select id, started_at, started_by, prize_table, winners_files, stage, draw_number, prizes, expected, per_second,
                   seconds_left, ended_at, failure, seen_at < now() - make_interval(secs => :silence) as silent,
                   exists (select
                             from import_outcomes
                             where import_id = imports.id and outcome = 'REFUSED') as refused
              from imports
            """;

    private final JdbcClient jdbc;

    ImportRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<RecordedImport> find(int id) {
        return jdbc.sql(IMPORT + " where id = :id")
                .param("silence", SILENCE.toSeconds())
                .param("id", id)
                .query((row, _) -> recordedImport(row, outcomes(id)))
                .optional();
    }

    /// The last imports, newest first, without the outcomes of their draws.
    public List<RecordedImport> latest(int limit) {
        return jdbc.sql(IMPORT + " order by id desc limit :limit")
                .param("silence", SILENCE.toSeconds())
                .param("limit", limit)
                .query((row, _) -> recordedImport(row, List.of()))
                .list();
    }

    /// Those that some process is busy with, newest first, without the outcomes of their draws.
    public List<RecordedImport> underWay() {
        return jdbc.sql(
                        IMPORT
                                + " where ended_at is null and seen_at >= now() - make_interval(secs => :silence) order by id desc")
                .param("silence", SILENCE.toSeconds())
                .query((row, _) -> recordedImport(row, List.of()))
                .list();
    }

    private List<Outcome> outcomes(int id) {
        Map<Integer, List<Finding>> findings = findings(id);
        return jdbc.sql("""
                        select ordinal, draw_number, outcome, prizes, unnamed_findings
                          from import_outcomes
                          where import_id = :id
                          order by ordinal
                        """)
                .param("id", id)
                .query((row, _) -> new Outcome(
                        row.getString("draw_number"),
                        Outcome.Kind.valueOf(row.getString("outcome")),
                        row.getInt("prizes"),
                        new Findings(
                                findings.getOrDefault(row.getInt("ordinal"), List.of()),
                                row.getLong("unnamed_findings"))))
                .list();
    }

    private Map<Integer, List<Finding>> findings(int id) {
        record FindingOfOutcome(int ordinal, Finding finding) {}
        return jdbc
                .sql("""
                        select outcome_ordinal, file, line, field, reason
                          from import_findings
                          where import_id = :id
                          order by outcome_ordinal, ordinal
                        """)
                .param("id", id)
                .query((row, _) -> new FindingOfOutcome(
                        row.getInt("outcome_ordinal"),
                        new Finding(
                                row.getString("file"),
                                row.getLong("line"),
                                row.getString("field"),
                                row.getString("reason"))))
                .list()
                .stream()
                .collect(groupingBy(FindingOfOutcome::ordinal, mapping(FindingOfOutcome::finding, toList())));
    }

    private static RecordedImport recordedImport(ResultSet row, List<Outcome> outcomes) throws SQLException {
        return new RecordedImport(
                row.getInt("id"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                row.getString("started_by"),
                row.getString("prize_table"),
                row.getInt("winners_files"),
                state(row),
                progress(row),
                Optional.ofNullable(row.getObject("ended_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.getString("failure")).map(RecordedImport.Failure::valueOf),
                outcomes);
    }

    private static State state(ResultSet row) throws SQLException {
        if (row.getString("failure") != null) {
            return State.FAILED;
        }
        if (row.getObject("ended_at") == null) {
            return row.getBoolean("silent") ? State.BROKEN_OFF : State.RUNNING;
        }
        return row.getBoolean("refused") ? State.REFUSED : State.DONE;
    }

    private static ImportProgress.State progress(ResultSet row) throws SQLException {
        long secondsLeft = row.getLong("seconds_left");
        return new ImportProgress.State(
                ImportStage.valueOf(row.getString("stage")),
                row.getString("draw_number"),
                row.getLong("prizes"),
                row.getLong("expected"),
                row.getLong("per_second"),
                row.wasNull() ? Optional.empty() : Optional.of(Duration.ofSeconds(secondsLeft)));
    }
}
