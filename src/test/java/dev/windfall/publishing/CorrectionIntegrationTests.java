package dev.windfall.publishing;

import static dev.windfall.publishing.PublishingLab.findings;
import static org.assertj.core.api.Assertions.assertThat;

import dev.windfall.TestDraws;
import dev.windfall.draw.DrawRepository;
import dev.windfall.draw.Money;
import dev.windfall.draw.Prize;
import dev.windfall.draw.SubscriptionPeriod;
import dev.windfall.draw.Tier;
import dev.windfall.publishing.StepOutcome.Refusal;
import dev.windfall.publishing.file.DeclaredDraw;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class CorrectionIntegrationTests {

    private static final SubscriptionPeriod AUGUST = new SubscriptionPeriod(202608);
    private static final String TOO_MUCH = "2026-08-01,8,A,2000.00,EUR,1\n";
    private static final String TOO_MUCH_WON = "8,42,A,2000.00,EUR\n";
    private static final String RIGHT = "2026-08-01,8,A,20.00,EUR,1\n";
    private static final String RIGHT_WON = "8,42,A,20.00,EUR\n";
    private static final String CONFIRMATION = "a test";

    @TempDir
    Path folder;

    private PublishingLab lab;

    @BeforeEach
    void publishAnAmountAHundredTimesTooHigh() {
        lab = new PublishingLab(folder);
        lab.bringIn(TOO_MUCH, TOO_MUCH_WON);
        lab.publish("8");
        assertThat(lab.obviousAnswer(42)).containsExactly("2026-08-01 2000.00");
    }

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void showsWhatIsPublishedUntilTheCorrectionIs() {
        correct();
        assertThat(lab.obviousAnswer(42)).containsExactly("2026-08-01 2000.00");
        assertThat(publication().publish("8", "publisher"))
                .isEqualTo(new StepOutcome.Refused("8", Refusal.NOT_APPROVED));

        assertThat(lab.publish("8")).isInstanceOf(StepOutcome.Published.class);

        assertThat(lab.obviousAnswer(42)).containsExactly("2026-08-01 20.00");
        assertThat(lab.bean(DrawRepository.class).publishedDraws(AUGUST))
                .singleElement()
                .satisfies(draw -> assertThat(
                                draw.tiers().getFirst().prize().value().plainAmount())
                        .isEqualTo("20.00"));
        assertThat(reasons()).containsExactly("2 a lost point");
    }

    @Test
    void changesNothingWithoutAReason() {
        assertThat(findings(lab.bringIn(RIGHT, RIGHT_WON)))
                .singleElement()
                .asString()
                .contains("give a reason to correct it");
        assertThat(lab.obviousAnswer(42)).containsExactly("2026-08-01 2000.00");
    }

    @Test
    void keepsTheDateOfWhatIsPublished() {
        lab.signing("another day", CONFIRMATION);

        assertThat(findings(lab.bringIn(RIGHT.replace("08-01", "08-02"), RIGHT_WON)))
                .singleElement()
                .asString()
                .contains("withdraw it before you change its date");
        assertThat(lab.bean(DrawRepository.class).publishedDraws(AUGUST))
                .singleElement()
                .satisfies(draw -> assertThat(draw.draw().date()).hasToString("2026-08-01"));
    }

    @Test
    void takesAWithdrawnDrawOutOfEverybodysSight() {
        StepOutcome outcome = publication().withdraw("8", "a lost point", "clerk");

        assertThat(outcome).isInstanceOf(StepOutcome.Withdrawn.class);
        assertThat(lab.obviousAnswer(42)).isEmpty();
        assertThat(lab.jdbc
                        .sql("select count(*) from lottery_draws")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(lab.bean(DrawRepository.class).publishedDraws(AUGUST)).isEmpty();
        assertThat(lab.bean(DrawRepository.class).pendingDraws(AUGUST))
                .singleElement()
                .satisfies(pending -> assertThat(pending.withdrawn()).isTrue())
                .satisfies(pending -> assertThat(pending.draw().number()).isEqualTo("8"));
        assertThat(publication().withdraw("8", "again", "clerk"))
                .isEqualTo(new StepOutcome.Refused("8", Refusal.NOT_PUBLISHED));
        assertThat(lab.publish("8")).isInstanceOf(StepOutcome.Refused.class);
    }

    @Test
    void publishesAWithdrawnDrawAnewWithAReason() {
        publication().withdraw("8", "a lost point", "clerk");
        assertThat(findings(lab.bringIn(RIGHT, RIGHT_WON))).isNotEmpty();

        correct();
        lab.publish("8");

        assertThat(lab.obviousAnswer(42)).containsExactly("2026-08-01 20.00");
        assertThat(reasons()).containsExactly("2 a lost point", "3 a lost point");
    }

    @Test
    void tellsNodesOfEachChangeByTheDataVersion() {
        long before = dataVersion();
        correct();
        assertThat(dataVersion()).as("nobody sees a difference yet").isEqualTo(before);
        lab.publish("8");
        publication().withdraw("8", "a lost point", "clerk");

        assertThat(dataVersion()).isEqualTo(before + 2);
        assertThat(lab.events()).hasSize(3);
    }

    @Test
    void discardsACorrectionAndKeepsWhatIsPublished() {
        correct();
        int draft = draftId();

        assertThat(publication().discard(draft, "clerk")).isEqualTo(new StepOutcome.Discarded("8"));
        assertThat(publication().discard(draft, "clerk")).isInstanceOf(StepOutcome.Refused.class);

        assertThat(lab.obviousAnswer(42)).containsExactly("2026-08-01 2000.00");
        assertThat(lab.versionTables()).containsExactly("winnings_v1");
    }

    @Test
    void forgetsADrawThatWasNeverPublished() {
        lab.bringIn("2026-08-02,9,A,20.00,EUR,1\n");
        int draft = draftId();

        publication().discard(draft, "clerk");

        assertThat(lab.bean(DrawRepository.class).pendingDraws(AUGUST)).isEmpty();
    }

    @Test
    void neverGivesAVersionsNumberTwice() {
        lab.bringIn("2026-08-02,9,A,20.00,EUR,1\n", "9,42,A,20.00,EUR\n");
        lab.bringIn("2026-08-02,9,A,20.00,EUR,1\n", "9,42,A,20.00,EUR\n");
        lab.publish("9");

        assertThat(lab.jdbc
                        .sql(
                                "select distinct draw_version from audit_trail where draw_number = '9' order by draw_version")
                        .query(Integer.class)
                        .list())
                .containsExactly(1, 2);
    }

    /// The trail tells the two of that number apart, though the draw was forgotten between them.
    @Test
    void countsOnWhereADiscardedDrawEnded() {
        lab.bringIn("2026-08-02,9,A,20.00,EUR,1\n", "9,42,A,20.00,EUR\n");
        publication().discard(draftId(), "clerk");

        lab.bringIn("2026-08-02,9,A,20.00,EUR,1\n", "9,42,A,20.00,EUR\n");

        assertThat(TestDraws.draftOf(lab.jdbc, "9")).isEqualTo(2);
    }

    @Test
    void keepsTheDateThatPeopleKnowUntilAnotherIsPublished() {
        publication().withdraw("8", "another day", "clerk");
        lab.signing("another day", CONFIRMATION).bringIn(RIGHT.replace("08-01", "07-31"), RIGHT_WON);
        assertThat(pendingDates()).containsExactly("2026-08-01");
        publication().discard(draftId(), "clerk");
        assertThat(pendingDates()).containsExactly("2026-08-01");
        lab.bringIn(RIGHT.replace("08-01", "07-31"), RIGHT_WON);

        assertThat(lab.publish("8")).isInstanceOf(StepOutcome.Published.class);

        assertThat(pendingDates()).isEmpty();
        assertThat(lab.obviousAnswer(42)).containsExactly("2026-07-31 20.00");
    }

    @Test
    void withdrawsAtOnceThoughACorrectionIsBeingImported() {
        DeclaredDraw draw = new DeclaredDraw(
                "8",
                LocalDate.parse("2026-08-01"),
                List.of(new Tier("A", new Prize.Cash(Money.of("20.00", "EUR")), 1)),
                List.of(2L));
        var importing = new TransactionTemplate(lab.bean(PlatformTransactionManager.class));

        StepOutcome outcome = importing.execute(_ -> {
            lab.bean(Claims.class).reserve(draw);
            return CompletableFuture.supplyAsync(() -> publication().withdraw("8", "a lost point", "clerk"))
                    .join();
        });

        assertThat(outcome).isInstanceOf(StepOutcome.Withdrawn.class);
        assertThat(lab.obviousAnswer(42)).isEmpty();
    }

    @Test
    void tellsThatADrawIsInOtherHands() throws Exception {
        try (var other = lab.connect();
                var statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("select id from draws where number = '8' for update");
            statement.execute("select pg_advisory_xact_lock(hashtextextended('import of draw 8', 0))");
            var withdrawal = CompletableFuture.supplyAsync(() -> publication().withdraw("8", "a lost point", "clerk"));

            assertThat(findings(lab.signing("a lost point", CONFIRMATION).bringIn(RIGHT, RIGHT_WON)))
                    .singleElement()
                    .asString()
                    .contains("is being imported by somebody else");
            assertThat(withdrawal.get()).isEqualTo(new StepOutcome.Refused("8", Refusal.BUSY));
        }
    }

    private int draftId() {
        return lab.jdbc
                .sql("select id from draw_versions where published_at is null")
                .query(Integer.class)
                .single();
    }

    private List<String> pendingDates() {
        return lab.bean(DrawRepository.class).pendingDraws(AUGUST).stream()
                .map(pending -> pending.draw().date().toString())
                .toList();
    }

    private void correct() {
        lab.signing("a lost point", CONFIRMATION);
        assertThat(findings(lab.bringIn(RIGHT, RIGHT_WON))).isEmpty();
    }

    private List<String> reasons() {
        return lab.jdbc
                .sql(
                        "select version || ' ' || reason as entry from draw_versions where reason is not null order by version")
                .query((row, number) -> row.getString("entry"))
                .list();
    }

    private long dataVersion() {
        return lab.bean(DrawRepository.class).dataVersion();
    }

    private Publication publication() {
        return lab.bean(Publication.class);
    }
}
