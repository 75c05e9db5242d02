package dev.windfall.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.windfall.TestDatabase;
import dev.windfall.account.SettableClock;
import dev.windfall.audit.Deed.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The trail in a database that belongs to a role without any privileges beyond that, as in production.
@ExtendWith(OutputCaptureExtension.class)
class AuditTrailIntegrationTests {

    private final SettableClock clock = new SettableClock();
    private DataSource database;
    private JdbcClient jdbc;
    private JdbcClient superuser;
    private JdbcAuditTrail trail;
    private AuditWatch watch;
    private TransactionTemplate transaction;

    @BeforeEach
    void createDatabase() {
        String role = "owner_" + UUID.randomUUID().toString().replace("-", "");
        String emptyUrl = TestDatabase.createEmptyUrl();
        superuser = JdbcClient.create(TestDatabase.at(emptyUrl));
        superuser.sql("create role %s login password 'secret'".formatted(role)).update();
        superuser.sql("grant all on schema public to " + role).update();
        var dataSource = new PGSimpleDataSource();
        dataSource.setUrl(emptyUrl.replaceAll("user=[^&]*", "user=" + role));
        dataSource.setUser(role);
        dataSource.setPassword("secret");
        Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        database = dataSource;
        jdbc = JdbcClient.create(database);
        transaction = new TransactionTemplate(new JdbcTransactionManager(database));
        trail = new JdbcAuditTrail(jdbc, new JdbcTransactionManager(database));
        watch = new AuditWatch(trail, clock);
    }

    @Test
    void chainsEntriesAsJavaComputesThem() {
        trail.record(Deed.to("3047", 2, Action.WITHDRAWN, "admin", "an amount, a hundred times\ntoo high: 1.035,22 €"));
        trail.record(Deed.of(Action.STAFF_ADDED, "root", "clerk"));

        assertThat(inspect().intact()).isTrue();
        assertThat(inspect().length()).isEqualTo(2);
        assertThat(trail.page(Long.MAX_VALUE, 10)).extracting(AuditEntry::id).containsExactly(2L, 1L);
        assertThat(trail.page(2, 10))
                .singleElement()
                .satisfies(entry -> assertThat(entry.details()).contains("too high"));
    }

    @Test
    void refusesTheOwnersRoleToChangeAnything() {
        trail.record(deed(1));

        for (String sql :
                List.of("update audit_trail set actor = 'nobody'", "delete from audit_trail", "truncate audit_trail")) {
            assertThatThrownBy(() -> jdbc.sql(sql).update())
                    .as(sql)
                    .hasStackTraceContaining("permission denied for table audit_trail");
        }
    }

    @Test
    void refusesEvenASuperuserUnlessTheLocksAreTakenOff() {
        trail.record(deed(1));

        assertThatThrownBy(() -> superuser.sql("delete from audit_trail").update())
                .hasStackTraceContaining("append-only");
    }

    @Test
    void showsThatSomebodyWithAllRightsChangedAnEntry() {
        IntStream.rangeClosed(1, 3).forEach(i -> trail.record(deed(i)));

        tamper("update audit_trail set actor = 'somebody else' where id = 2");

        assertThat(inspect().broken()).hasValue(2);
    }

    @Test
    void showsThatSomebodyMadeAnActionUp() {
        IntStream.rangeClosed(1, 3).forEach(i -> trail.record(deed(i)));

        tamper("update audit_trail set action = 'TELEPORTED' where id = 2");

        assertThat(inspect().broken()).hasValue(2);
    }

    @Test
    void takesTheActionsOfANewerReleaseAsTheyAre() {
        jdbc.sql("insert into audit_trail (actor, action, details) values ('admin', 'TELEPORTED', '')")
                .update();

        assertThat(inspect().intact()).isTrue();
        assertThat(trail.page(Long.MAX_VALUE, 1)).extracting(AuditEntry::action).containsExactly("TELEPORTED");
    }

    @Test
    void noticesWithinTenMinutesThatAnOlderEntryWasChanged() {
        IntStream.rangeClosed(1, 3).forEach(i -> trail.record(deed(i)));
        assertThat(inspect().intact()).isTrue();

        tamper("update audit_trail set actor = 'somebody else' where id = 2");

        assertThat(inspect().intact()).as("only what came since").isTrue();
        clock.advance(AuditWatch.WHOLE_EVERY.plusMillis(1));
        assertThat(inspect().broken()).hasValue(2);
    }

    @Test
    void noticesByAnExportThatAnOlderEntryWasChanged() {
        IntStream.rangeClosed(1, 3).forEach(i -> trail.record(deed(i)));
        assertThat(inspect().intact()).isTrue();
        tamper("update audit_trail set actor = 'somebody else' where id = 2");

        List<AuditEntry> exported = new ArrayList<>();
        watch.follow(exported::add);

        assertThat(exported).hasSize(3);
        assertThat(inspect().broken()).hasValue(2);
    }

    @Test
    void noticesAtOnceThatANewEntryWasChangedOrTheLastOneCutOff() {
        trail.record(deed(1));
        assertThat(inspect().intact()).isTrue();
        trail.record(deed(2));
        trail.record(deed(3));
        tamper("update audit_trail set actor = 'somebody else' where id = 3");
        assertThat(inspect().broken()).hasValue(3);

        superuser.sql("delete from audit_trail where id = 3").update();
        assertThat(inspect()).returns(2L, AuditChain.Inspection::length);
    }

    @Test
    void followsEachEntryOnceWhileNothingIsWrong() {
        for (int i = 1; i <= 5; i++) {
            trail.record(deed(i));
            assertThat(inspect().intact()).isTrue();
            assertThat(inspect().length()).isEqualTo(i);
        }
    }

    @Test
    void logsTheHashOfWhatIsCommittedAndNothingElse(CapturedOutput output) {
        transaction.executeWithoutResult(status -> {
            trail.record(deed(1));
            status.setRollbackOnly();
        });
        assertThat(output).doesNotContain("Audit entry");

        transaction.executeWithoutResult(_ -> {
            trail.record(deed(1));
            assertThat(output).as("before the commit").doesNotContain("Audit entry");
        });
        assertThat(output).contains("Audit entry 1 has the hash " + inspect().lastHash());

        trail.record(deed(2));
        assertThat(output)
                .as("without a transaction")
                .contains("Audit entry 2 has the hash " + inspect().lastHash());
    }

    @Test
    void ignoresNumbersAndHashesThatAreMadeUp() {
        jdbc.sql("""
                        insert into audit_trail (id, at, actor, action, details, previous_hash, hash)
                        values (77, '2020-01-01', 'admin', 'PUBLISHED', '', 'x', 'y')
                        """).update();

        assertThat(inspect().intact()).isTrue();
        assertThat(trail.page(Long.MAX_VALUE, 1)).singleElement().returns(1L, AuditEntry::id);
    }

    @Test
    void numbersDeedsThatAreDoneAtOnceWithoutAGap() throws Exception {
        int deeds = 40;
        try (var threads = Executors.newFixedThreadPool(8)) {
            var done = IntStream.rangeClosed(1, deeds)
                    .mapToObj(i -> threads.submit(() -> trail.record(deed(i))))
                    .toList();
            for (var one : done) {
                one.get();
            }
        }

        assertThat(inspect().intact()).isTrue();
        assertThat(inspect().length()).isEqualTo(deeds);
    }

    @Test
    void knowsNothingOfWhatWasRolledBack() {
        trail.record(deed(1));
        transaction.executeWithoutResult(status -> {
            trail.record(deed(2));
            status.setRollbackOnly();
        });
        trail.record(deed(3));

        assertThat(inspect().intact()).isTrue();
        assertThat(trail.page(Long.MAX_VALUE, 10))
                .extracting(AuditEntry::details)
                .containsExactly("3", "1");
    }

    private AuditChain.Inspection inspect() {
        return watch.inspect();
    }

    private void tamper(String update) {
        superuser.sql("alter table audit_trail disable trigger user").update();
        superuser.sql(update).update();
    }

    private static Deed deed(int number) {
        return Deed.to("7", 1, Action.PUBLISHED, "admin", Integer.toString(number));
    }
}
