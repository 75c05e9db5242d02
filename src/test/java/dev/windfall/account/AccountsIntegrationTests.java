package dev.windfall.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windfall.TestDatabase;
import java.time.YearMonth;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class AccountsIntegrationTests {

    private static final AccountKey.Subscriber ADA = new AccountKey.Subscriber(1);
    private static final AccountKey.Staff CLERK = new AccountKey.Staff("clerk");
    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);

    private final CountingEncoder encoder = new CountingEncoder();
    private JdbcClient jdbc;
    private JdbcAccountRepository accounts;
    private SampleAccounts samples;

    @BeforeEach
    void addAccounts() {
        DataSource database = TestDatabase.create();
        jdbc = JdbcClient.create(database);
        accounts = new JdbcAccountRepository(jdbc);
        samples = new SampleAccounts(jdbc, accounts, new PasswordHashes(encoder, 1));
        samples.addSubscribers(3, "demo", NOVEMBER);
        samples.addStaff("clerk", "Clara Clerk", "demo");
    }

    /// Of passwords that take their time to be hashed, at each start of a demonstration.
    @Test
    void hashesNothingForSamplesThatAreThere() {
        int before = encoder.hashes();

        samples.addSubscribers(3, "demo", NOVEMBER);
        samples.addStaff("clerk", "Clara Clerk", "demo");
        assertThat(encoder.hashes()).isEqualTo(before);

        samples.addSubscribers(4, "demo", NOVEMBER);
        assertThat(encoder.hashes()).isEqualTo(before + 1);
    }

    @Test
    void findsSubscribersAndStaff() {
        assertThat(accounts.find(ADA))
                .contains(new Account(
                        new SignedIn.Subscriber(1, "Subscriber 1", through(2027, 5)), "hash of demo", false, false, 1));
        assertThat(accounts.find(CLERK))
                .contains(new Account(new SignedIn.Staff("clerk", "Clara Clerk"), "hash of demo", false, false, 1));
        assertThat(accounts.find(new AccountKey.Subscriber(4))).isEmpty();
        assertThat(accounts.find(new AccountKey.Staff("nobody"))).isEmpty();
    }

    @Test
    void findsHowLongASubscriberTakesPart() {
        assertThat(term()).as("12 months from June").isEqualTo(through(2027, 5));

        subscribe(202512, 6);
        subscribe(202701, 6);
        assertThat(term()).as("the last month of all subscriptions").isEqualTo(through(2027, 6));

        subscribe(202801, 12);
        assertThat(term()).as("one that lies ahead counts").isEqualTo(through(2028, 12));
    }

    @Test
    void findsNoTermOfWhoHasNoSubscription() {
        jdbc.sql("delete from subscriptions where subscriber_id = 1").update();

        assertThat(term()).isEqualTo(new SubscriptionTerm.None());
    }

    @Test
    void findsNobodyWithoutAPassword() {
        jdbc.sql("update subscribers set password_hash = null where id = 1").update();

        assertThat(accounts.find(ADA)).isEmpty();
        assertThat(accounts.findState(ADA)).isPresent();
    }

    @Test
    void changesASubscribersPasswordAndEndsTheSignIns() {
        assertThat(accounts.changePassword(ADA, 1, "new")).contains(new SignInEnd("account:subscriber:1", 1));

        assertThat(accounts.find(ADA)).hasValueSatisfying(account -> {
            assertThat(account.passwordHash()).isEqualTo("new");
            assertThat(account.generation()).isEqualTo(2);
        });
        assertThat(recordedEnds()).containsExactly("account:subscriber:1 through 1");
    }

    @Test
    void recordsTheLastEndOfAnAccountOnly() {
        accounts.changePassword(ADA, 1, "new");
        accounts.changePassword(ADA, 2, "newer");

        assertThat(recordedEnds()).containsExactly("account:subscriber:1 through 2");
    }

    @Test
    void liftsTheObligationToChangeAStaffsPassword() {
        accounts.addStaff(new AccountKey.Staff("admin"), "Admin", "one-time", true);

        assertThat(accounts.changePassword(new AccountKey.Staff("admin"), 1, "new"))
                .contains(new SignInEnd("account:staff:admin", 1));
        assertThat(accounts.find(new AccountKey.Staff("admin")))
                .map(Account::mustChangePassword)
                .contains(false);
    }

    @Test
    void changesNoPasswordOfAnotherGenerationOrOfADisabledAccount() {
        assertThat(accounts.changePassword(ADA, 2, "new")).isEmpty();
        accounts.setDisabled(ADA, true);
        assertThat(accounts.changePassword(ADA, 2, "new")).isEmpty();

        assertThat(accounts.find(ADA)).map(Account::passwordHash).contains("hash of demo");
    }

    @Test
    void endsTheSignInsAndLeavesTheRest() {
        accounts.addStaff(new AccountKey.Staff("admin"), "Admin", "one-time", true);

        assertThat(accounts.endSignIns(ADA, 1)).contains(new SignInEnd("account:subscriber:1", 1));
        assertThat(accounts.endSignIns(new AccountKey.Staff("admin"), 1))
                .contains(new SignInEnd("account:staff:admin", 1));

        assertThat(accounts.find(ADA))
                .contains(new Account(
                        new SignedIn.Subscriber(1, "Subscriber 1", through(2027, 5)), "hash of demo", false, false, 2));
        assertThat(accounts.find(new AccountKey.Staff("admin")))
                .contains(new Account(new SignedIn.Staff("admin", "Admin"), "one-time", false, true, 2));
        assertThat(recordedEnds()).containsExactly("account:staff:admin through 1", "account:subscriber:1 through 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"subscriber:1", "staff:clerk"})
    void endsNoSignInsOfAnotherGenerationOrOfADisabledAccount(String account) {
        var key = AccountKey.of(account);
        assertThat(accounts.endSignIns(key, 2)).isEmpty();
        assertThat(recordedEnds()).isEmpty();

        accounts.setDisabled(key, true);

        assertThat(accounts.endSignIns(key, 2)).isEmpty();
    }

    @Test
    void disablesAndEnables() {
        assertThat(accounts.setDisabled(ADA, true)).contains(new SignInEnd("account:subscriber:1", 1));
        assertThat(accounts.findState(ADA)).contains(new AccountState(ADA, "Subscriber 1", true));
        assertThat(accounts.setDisabled(ADA, true)).as("nothing to do").isEmpty();
        assertThat(accounts.setDisabled(ADA, false)).contains(new SignInEnd("account:subscriber:1", 2));
        assertThat(accounts.setDisabled(new AccountKey.Subscriber(4), true))
                .as("nobody there")
                .isEmpty();
    }

    @Test
    void disablesAndEnablesStaffAlike() {
        assertThat(accounts.setDisabled(CLERK, true)).contains(new SignInEnd("account:staff:clerk", 1));
        assertThat(accounts.findState(CLERK)).contains(new AccountState(CLERK, "Clara Clerk", true));
        assertThat(accounts.setDisabled(CLERK, true)).as("nothing to do").isEmpty();
        assertThat(accounts.setDisabled(CLERK, false)).contains(new SignInEnd("account:staff:clerk", 2));
        assertThat(recordedEnds()).containsExactly("account:staff:clerk through 2");
    }

    @Test
    void leavesExistingSamplesAsTheyAre() {
        accounts.changePassword(ADA, 1, "own");

        samples.addSubscribers(5, "demo", NOVEMBER);
        samples.addStaff("clerk", "Somebody Else", "demo");

        assertThat(accounts.find(ADA)).map(Account::passwordHash).contains("own");
        assertThat(accounts.find(CLERK)).map(account -> account.owner().name()).contains("Clara Clerk");
        assertThat(subscriptions()).containsOnly("202606 for 12").hasSize(5);
    }

    @Test
    void renewsSubscriptionsThatHaveRunOut() {
        samples.addSubscribers(1, "demo", YearMonth.of(2027, 5));
        assertThat(subscriptions()).as("covered still").hasSize(3);

        samples.addSubscribers(1, "demo", YearMonth.of(2027, 6));

        assertThat(subscriptions()).containsExactly("202606 for 12", "202701 for 12", "202606 for 12", "202606 for 12");
    }

    private SubscriptionTerm term() {
        return accounts.find(ADA)
                .map(account -> ((SignedIn.Subscriber) account.owner()).term())
                .orElseThrow();
    }

    private void subscribe(int firstPeriod, int months) {
        jdbc.sql("insert into subscriptions (subscriber_id, first_period_id, months) values (1, :first, :months)")
                .param("first", firstPeriod)
                .param("months", months)
                .update();
    }

    private static SubscriptionTerm through(int year, int month) {
        return new SubscriptionTerm.Through(YearMonth.of(year, month));
    }

    private List<String> subscriptions() {
        return jdbc.sql("""
                        select first_period_id || ' for ' || months as subscription
                          from subscriptions
                          order by subscriber_id, first_period_id
                        """).query((row, _) -> row.getString("subscription")).list();
    }

    private List<String> recordedEnds() {
        return jdbc.sql("""
                        select subject || ' through ' || through_generation as sign_in_end
                          from sign_in_ends
                          order by subject
                        """).query((row, _) -> row.getString("sign_in_end")).list();
    }
}
