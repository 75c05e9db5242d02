package dev.windfall.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The trail in the database, which numbers and chains the entries.
@Repository
class JdbcAuditTrail implements AuditTrail, AuditedVersions {

    private static final Logger log = LoggerFactory.getLogger(JdbcAuditTrail.class);

    /// Rows that the driver fetches at once while the whole trail is followed.
    private static final int FETCHED = 1_000;

    private static final String COLUMNS =
            "id, at, actor, action, draw_number, draw_version, details, previous_hash, hash";

    private final JdbcClient jdbc;
    private final TransactionTemplate reading;

    JdbcAuditTrail(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /// The log gets the hash once the entry is committed: it is out of reach of whoever can write in the database.
    @Override
    public void record(Deed deed) {
        record Written(long id, String hash) {}
        Written written = jdbc.sql("""
                        insert into audit_trail (actor, action, draw_number, draw_version, details)
                        values (:actor, :action, :drawNumber, :drawVersion, :details)
                        returning id, hash
                        """)
                .param("actor", singleLine(deed.actor()))
                .param("action", deed.action().name())
                .param("drawNumber", deed.drawNumber().orElse(null), Types.VARCHAR)
                .param("drawVersion", version(deed), Types.INTEGER)
                .param("details", deed.details())
                .query((row, number) -> new Written(row.getLong("id"), row.getString("hash")))
                .single();
        afterCommit(() -> log.info("Audit entry {} has the hash {}", written.id(), written.hash()));
    }

    /// At once where there is no transaction.
    private static void afterCommit(Runnable work) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            work.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                work.run();
            }
        });
    }

    @Override
    public int last(String drawNumber) {
        return jdbc.sql("select coalesce(max(draw_version), 0) from audit_trail where draw_number = :number")
                .param("number", drawNumber)
                .query(Integer.class)
                .single();
    }

    /// Newest first.
    ///
    /// @param before only entries with smaller numbers
    List<AuditEntry> page(long before, int limit) {
        return jdbc.sql("select %s from audit_trail where id < :before order by id desc limit :limit"
                        .formatted(COLUMNS))
                .param("before", before)
                .param("limit", limit)
                .query((row, number) -> entry(row))
                .list();
    }

    /// The entries with numbers above this one, in their order, a few in memory at a time.
    void forEachAfter(long id, Consumer<AuditEntry> reader) {
        reading.executeWithoutResult(_ -> {
            try (var entries = jdbc
                    .sql("select %s from audit_trail where id > :id order by id".formatted(COLUMNS))
                    .param("id", id)
                    .withFetchSize(FETCHED)
                    .query((row, number) -> entry(row))
                    .stream()) {
                entries.forEach(reader);
            }
        });
    }

    /// The hash that an entry has; empty if there is no such entry.
    Optional<String> hash(long id) {
        return jdbc.sql("select hash from audit_trail where id = :id")
                .param("id", id)
                .query((row, number) -> row.getString("hash"))
                .optional();
    }

    private static String singleLine(String actor) {
        return actor.replaceAll("\\p{Cntrl}", " ");
    }

    private static @Nullable Integer version(Deed deed) {
        return deed.drawVersion().isPresent() ? deed.drawVersion().getAsInt() : null;
    }

    private static AuditEntry entry(ResultSet row) throws SQLException {
        @Nullable Integer version = row.getObject("draw_version", Integer.class);
        return new AuditEntry(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getString("action"),
                Optional.ofNullable(row.getString("draw_number")),
                version == null ? OptionalInt.empty() : OptionalInt.of(version),
                row.getString("details"),
                row.getString("previous_hash"),
                row.getString("hash"));
    }
}
