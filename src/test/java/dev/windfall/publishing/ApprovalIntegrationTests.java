package dev.windfall.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.windfall.publishing.StepOutcome.Refusal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// All prizes with one subscriber look like a test, so that the draw has a doubt.
class ApprovalIntegrationTests {

    private static final String TABLE = "2026-08-01,8,A,20.00,EUR,20\n";
    private static final String WINNERS = "8,42,A,20.00,EUR\n".repeat(20);

    @TempDir
    Path folder;

    private PublishingLab lab;

    @BeforeEach
    void open() {
        lab = new PublishingLab(folder).signing(null, null);
    }

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void holdsADrawUntilSomebodyStandsByIt() {
        int draft = bringIn();

        assertThat(approval().approve(draft, "approver")).isEqualTo(refused(Refusal.DOUBTS_OPEN));
        assertThat(approval().confirm(draft, "one subscriber bought all tickets", "clerk"))
                .isEqualTo(new StepOutcome.Confirmed("8"));
        assertThat(approval().confirm(draft, "again", "clerk")).isEqualTo(refused(Refusal.NOTHING_TO_CONFIRM));
        assertThat(approval().approve(draft, "approver")).isEqualTo(new StepOutcome.Approved("8"));
        assertThat(approval().approve(draft, "another")).isEqualTo(refused(Refusal.ALREADY_APPROVED));
        assertThat(audit()).containsExactly("importer IMPORTED 1", "clerk CONFIRMED 1", "approver APPROVED 1");
    }

    @Test
    void needsASecondPerson() {
        int draft = confirmed();

        assertThat(publication().publish("8", "approver")).isEqualTo(refused(Refusal.NOT_APPROVED));
        assertThat(approval().approve(draft, PublishingLab.IMPORTER)).isEqualTo(refused(Refusal.SECOND_PERSON_NEEDED));
        assertThat(approval().approve("8", 1, PublishingLab.IMPORTER)).isEqualTo(refused(Refusal.SECOND_PERSON_NEEDED));
        assertThat(lab.obviousAnswer(42)).isEmpty();
    }

    /// Whatever a program does, the table itself knows no draw that one person published alone.
    @Test
    void isGuardedByTheDatabaseToo() {
        int draft = confirmed();

        assertThatThrownBy(() -> lab.jdbc
                        .sql("update draw_versions set approved_at = now(), approved_by = imported_by where id = :id")
                        .param("id", draft)
                        .update())
                .hasMessageContaining("approved_by_a_second_person");
        assertThatThrownBy(() -> lab.jdbc
                        .sql("update draw_versions set published_at = now(), data_version = 99 where id = :id")
                        .param("id", draft)
                        .update())
                .hasMessageContaining("published_once_approved");
    }

    @Test
    void approvesWhatWasLookedAtAndNothingElse() {
        int seen = confirmed();
        lab.signing(null, "a test").bringIn(TABLE, WINNERS.replace("42", "43"));

        assertThat(approval().approve(seen, "approver")).isInstanceOf(StepOutcome.Refused.class);
        assertThat(approval().approve("8", 1, "approver")).isEqualTo(refused(Refusal.SUPERSEDED));
        assertThat(approval().confirm(seen, "as before", "clerk")).isInstanceOf(StepOutcome.Refused.class);
        assertThat(publication().publish("8", "publisher")).isEqualTo(refused(Refusal.NOT_APPROVED));
    }

    @Test
    void losesAnApprovalWhenTheDrawIsImportedAgain() {
        approval().approve(confirmed(), "approver");
        lab.signing(null, "a test").bringIn(TABLE, WINNERS);

        assertThat(publication().publish("8", "publisher")).isEqualTo(refused(Refusal.NOT_APPROVED));
    }

    @Test
    void letsOneOfManyApprovalsAtOnceWin() throws Exception {
        int draft = confirmed();
        int attempts = 6;
        var start = new CyclicBarrier(attempts);
        List<StepOutcome> outcomes = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(attempts)) {
            List<Future<StepOutcome>> running = new ArrayList<>();
            for (int i = 0; i < attempts; i++) {
                String approver = "approver-" + i;
                Callable<StepOutcome> attempt = () -> {
                    start.await();
                    return approval().approve(draft, approver);
                };
                running.add(threads.submit(attempt));
            }
            for (var one : running) {
                outcomes.add(one.get());
            }
        }

        assertThat(outcomes).containsOnlyOnce(new StepOutcome.Approved("8"));
        assertThat(outcomes)
                .filteredOn(outcome -> outcome.equals(refused(Refusal.ALREADY_APPROVED)))
                .hasSize(attempts - 1);
    }

    private int confirmed() {
        int draft = bringIn();
        approval().confirm(draft, "a test", "clerk");
        return draft;
    }

    private int bringIn() {
        lab.bringIn(TABLE, WINNERS);
        return lab.jdbc
                .sql("select max(id) from draw_versions")
                .query(Integer.class)
                .single();
    }

    private List<String> audit() {
        return lab.jdbc
                .sql("select actor || ' ' || action || ' ' || draw_version as entry from audit_trail order by id")
                .query((row, number) -> row.getString("entry"))
                .list();
    }

    private Approval approval() {
        return lab.bean(Approval.class);
    }

    private Publication publication() {
        return lab.bean(Publication.class);
    }

    private static StepOutcome refused(Refusal reason) {
        return new StepOutcome.Refused("8", reason);
    }
}
