package dev.windfall.publishing.intake;

import static dev.windfall.publishing.PublishingLab.findings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.windfall.csv.Finding;
import dev.windfall.csv.Findings;
import dev.windfall.publishing.PublishingLab;
import dev.windfall.publishing.StepOutcome;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.TransactionSystemException;

class DrawImportIntegrationTests {

    private static final String DRAW_7 = """
            2026-08-13,7,5 correct,1035.22,EUR,1
            2026-08-13,7,4 correct,25.00,EUR,3
            """;
    private static final String WINNERS_7 = """
            7,42,4 correct,25.00,EUR
            7,900,4 correct,25.00,EUR
            7,42,5 correct,1035.22,EUR
            7,42,4 correct,25.00,EUR
            """;

    @TempDir
    Path folder;

    private PublishingLab lab;

    @BeforeEach
    void open() {
        lab = new PublishingLab(folder);
    }

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void storesAWinnersPrizesInTheOrderOfSubscribersAndTiers() {
        ImportReport report = lab.bringIn(DRAW_7, WINNERS_7);

        assertThat(findings(report)).isEmpty();
        assertThat(report.draws()).containsExactly(new DrawOutcome.Imported("7", 1, 4, Findings.NONE, true));
        assertThat(lab.jdbc.sql("""
                        select id - (version.version_id << 32) || ' ' || winner_id - (version.version_id << 32)
                               || ' ' || subscriber_id || ' ' || tier
                          from winnings_v1, (select cast(id as bigint) as version_id from draw_versions) version
                        """).query(String.class).list())
                .containsExactly("1 1 42 0", "2 1 42 1", "3 1 42 1", "4 4 900 1");
        assertThat(lab.jdbc
                        .sql("select id from subscription_periods")
                        .query(Integer.class)
                        .list())
                .containsExactly(202608);
    }

    @Test
    void showsNothingToTheObviousQueryBeforePublication() {
        lab.bringIn(DRAW_7, WINNERS_7);

        assertThat(lab.obviousAnswer(42)).isEmpty();
    }

    @Test
    void takesADrawsWinnersFromSeveralFiles() {
        ImportReport report = lab.bringIn(
                DRAW_7,
                "7,42,5 correct,1035.22,EUR\n",
                "7,1,4 correct,25.00,EUR\n7,2,4 correct,25.00,EUR\n",
                "7,3,4 correct,25.00,EUR\n");

        assertThat(report.draws()).containsExactly(new DrawOutcome.Imported("7", 1, 4, Findings.NONE, true));
    }

    @Test
    void namesUnknownSubscribersByFileAndLine() {
        ImportReport report = lab.bringIn(DRAW_7, WINNERS_7.replace(",900,", ",1001,"));

        assertThat(findings(report))
                .containsExactly("winners-0.csv:3: subscriber_id: 1001 is no subscriber: correct the number, or add the"
                        + " subscriber first");
        assertThat(lab.versionTables()).isEmpty();
        assertThat(countOf("draws")).isZero();
        assertThat(countOf("subscription_periods")).isZero();
    }

    @Test
    void countsUnknownSubscribersBeyondAHundred() {
        ImportReport report =
                lab.bringIn("2026-08-13,7,5 correct,1.00,EUR,150\n", "7,5000,5 correct,1.00,EUR\n".repeat(150));

        assertThat(report.draws()).singleElement().isInstanceOfSatisfying(DrawOutcome.Refused.class, refused -> {
            assertThat(refused.findings().first()).hasSize(100);
            assertThat(refused.findings().more()).isEqualTo(50);
        });
    }

    @Test
    void keepsOneDrawOutAndLetsTheOthersIn() {
        ImportReport report = lab.bringIn(
                DRAW_7 + "2026-08-14,8,A,1.00,EUR,1\n2026-08-15,9,A,1,000,EUR,1\n",
                WINNERS_7.replace("25.00", "2500"),
                "8,1,A,1.00,EUR\n",
                "9,1,A,1.00,EUR\n");

        assertThat(report.draws()).extracting(DrawOutcome::drawNumber).containsExactly("9", "7", "8");
        assertThat(report.draws()).last().isEqualTo(new DrawOutcome.Imported("8", 1, 1, Findings.NONE, true));
        assertThat(report.isClean()).isFalse();
        assertThat(findings(report)).hasSize(4).first().asString().startsWith("table.csv:5: row: the row has 7 fields");
    }

    @Test
    void holdsTheNumberOfRowsAgainstTheDeclaredNumberOfWinners() {
        ImportReport report = lab.bringIn(DRAW_7, WINNERS_7 + "7,1,4 correct,25.00,EUR\n");

        assertThat(findings(report)).singleElement().asString().startsWith("table.csv:3: winners_count: 3 prizes of");
        assertThat(lab.versionTables()).isEmpty();
    }

    @Test
    void refusesAWinnersFileOfADrawThatIsNotInThePrizeTable() {
        ImportReport report = lab.bringIn(DRAW_7, WINNERS_7, "8,1,A,1.00,EUR\n");

        assertThat(report.draws()).containsExactly(new DrawOutcome.Imported("7", 1, 4, Findings.NONE, true));
        assertThat(findings(report))
                .containsExactly(
                        "winners-1.csv:2: draw_no: draw \"8\" is not in the prize table: give the table that declares it");
    }

    @Test
    void onlyDeclaresADrawWhoseWinnersAreStillToCome() {
        assertThat(lab.bringIn(DRAW_7).draws()).containsExactly(new DrawOutcome.Declared("7"));
        assertThat(lab.versionTables()).isEmpty();
        assertThat(countOf("tiers")).isEqualTo(2);

        assertThat(lab.bringIn(DRAW_7, WINNERS_7).draws())
                .containsExactly(new DrawOutcome.Imported("7", 2, 4, Findings.NONE, true));
        assertThat(countOf("draw_versions")).isEqualTo(1);
    }

    @Test
    void importsADrawThatNobodyWonWithoutAnyFile() {
        assertThat(lab.bringIn("2026-08-13,7,A,1.00,EUR,0\n").draws())
                .containsExactly(new DrawOutcome.Imported("7", 1, 0, Findings.NONE, true));
        assertThat(lab.publish("7")).isEqualTo(new StepOutcome.Published("7", 2));
    }

    @Test
    void refusesADrawDatedAfterTodayInTheLotterysCalendar() {
        ImportReport report = lab.bringIn("2026-08-20,7,A,1.00,EUR,0\n2026-08-21,8,A,1.00,EUR,0\n");

        assertThat(report.draws()).first().isEqualTo(new DrawOutcome.Imported("7", 1, 0, Findings.NONE, true));
        assertThat(findings(report))
                .containsExactly("table.csv:3: draw_date: is after today, 2026-08-20: import a draw once it is drawn");
    }

    @Test
    void replacesWhatIsNotPublishedYet() {
        lab.bringIn(DRAW_7, WINNERS_7);

        ImportReport report = lab.bringIn("2026-08-14,7,4 correct,30.00,EUR,1\n", "7,5,4 correct,30.00,EUR\n");
        lab.publish("7");

        assertThat(findings(report)).isEmpty();
        assertThat(lab.versionTables()).containsExactly("winnings_v2");
        assertThat(countOf("draw_versions")).isEqualTo(1);
        assertThat(lab.obviousAnswer(5)).containsExactly("2026-08-14 30.00");
        assertThat(lab.obviousAnswer(42)).isEmpty();
    }

    @Test
    void asksWhyADrawThatIsKnownHasAnotherDateNow() {
        lab.bringIn(DRAW_7);

        ImportReport report = lab.bringIn(DRAW_7.replace("08-13", "08-14"), WINNERS_7);

        assertThat(report.draws()).singleElement().isInstanceOfSatisfying(DrawOutcome.Imported.class, imported -> {
            assertThat(imported.doubts().first())
                    .extracting(Finding::toString)
                    .containsExactly(
                            "table.csv:2: draw_date: draw 7 was dated 2026-08-13 before, and is dated 2026-08-14"
                                    + " now: look which is right");
        });
    }

    @Test
    void leavesTheOldImportAloneWhenTheNewOneIsRefused() {
        lab.bringIn(DRAW_7, WINNERS_7);

        lab.bringIn("2026-08-14,7,4 correct,30.00,EUR,1\n", "7,5,4 correct,3000,EUR\n");
        lab.publish("7");

        assertThat(lab.obviousAnswer(42)).containsExactly("2026-08-13 1035.22", "2026-08-13 25.00");
    }

    @Test
    void keepsImportedWinnersWhenOnlyThePrizeTableIsGivenAgain() {
        lab.bringIn(DRAW_7, WINNERS_7);

        assertThat(lab.bringIn(DRAW_7).draws()).containsExactly(new DrawOutcome.Kept("7"));
        assertThat(PublishingLab.findings(lab.bringIn(DRAW_7.replace(",1\n", ",9\n"))))
                .singleElement()
                .asString()
                .contains("is another than the one imported with its winners: give its files too");
        assertThat(lab.versionTables()).containsExactly("winnings_v1");
    }

    @Test
    void refusesToChangeAPublishedDrawWithoutAReason() {
        lab.bringIn(DRAW_7, WINNERS_7);
        lab.publish("7");

        assertThat(findings(lab.bringIn(DRAW_7, WINNERS_7)))
                .containsExactly(
                        "table.csv:2: draw_no: draw 7 was published before: give a reason to correct it, or leave its files out");
        assertThat(lab.bringIn(DRAW_7).draws()).containsExactly(new DrawOutcome.Kept("7"));
        assertThat(lab.obviousAnswer(42)).hasSize(2);
    }

    @Test
    void leavesNothingBehindWhenItsConnectionIsKilledAtTheEnd() throws Exception {
        // the last step of an import waits for a lock that the test holds
        lab.jdbc.sql("""
                        create function wait() returns trigger language plpgsql as $$
                        begin
                          perform pg_advisory_xact_lock_shared(1);
                          return new;
                        end $$
                        """).update();
        lab.jdbc
                .sql("create trigger wait before update on draw_versions for each row execute function wait()")
                .update();
        try (Connection holder = lab.connect();
                var statement = holder.createStatement()) {
            statement.execute("select pg_advisory_lock(1)");
            var attempt = CompletableFuture.supplyAsync(() -> lab.bringIn(DRAW_7, WINNERS_7));
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(this::killsTheWaitingOne);

            assertThatThrownBy(attempt::join).hasCauseInstanceOf(TransactionSystemException.class);
        }

        assertThat(lab.versionTables()).isEmpty();
        assertThat(countOf("draws")).isZero();
        assertThat(lab.bringIn(DRAW_7, WINNERS_7).draws())
                .containsExactly(new DrawOutcome.Imported("7", 1, 4, Findings.NONE, true));
    }

    private boolean killsTheWaitingOne() {
        return !lab.jdbc.sql("""
                        select pg_terminate_backend(pid)
                          from pg_locks
                          where locktype = 'advisory' and not granted
                            and database = (select oid from pg_database where datname = current_database())
                        """).query(Boolean.class).list().isEmpty();
    }

    private int countOf(String table) {
        return lab.jdbc
                .sql("select count(*) from " + table)
                .query(Integer.class)
                .single();
    }
}
