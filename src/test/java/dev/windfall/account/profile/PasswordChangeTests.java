package dev.windfall.account.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.windfall.account.Account;
import dev.windfall.account.AccountKey;
import dev.windfall.account.CountingEncoder;
import dev.windfall.account.MemoryAccountRepository;
import dev.windfall.account.PasswordHashes;
import dev.windfall.account.SignedIn;
import dev.windfall.account.SubscriptionTerm;
import dev.windfall.account.profile.PasswordChangeOutcome.Changed;
import dev.windfall.account.profile.PasswordChangeOutcome.SignInEnded;
import dev.windfall.account.profile.PasswordChangeOutcome.Throttled;
import dev.windfall.account.profile.PasswordChangeOutcome.Unfit;
import dev.windfall.account.profile.PasswordChangeOutcome.WrongOldPassword;
import dev.windfall.account.session.Session;
import dev.windfall.account.session.SessionLab;
import dev.windfall.account.signin.AttemptThrottle;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordChangeTests {

    private static final SubscriptionTerm TERM = new SubscriptionTerm.Through(YearMonth.of(2027, 2));

    private final SessionLab lab = new SessionLab();
    private final CountingEncoder encoder = new CountingEncoder();
    private final MemoryAccountRepository accounts = new MemoryAccountRepository();
    private final PasswordChange change = new PasswordChange(
            accounts,
            new PasswordHashes(encoder, 1),
            lab.sessions(),
            new AttemptThrottle(SessionLab.settings(), lab.clock()));

    private final Session subscriber = signedIn(new SignedIn.Subscriber(12345678, "Ada", TERM));
    private final Session staff = signedIn(new SignedIn.Staff("longusername", "Clara"));

    @Test
    void goesOnInASessionOfItsOwn() {
        var outcome = attempt(subscriber, "secret", "eight888");

        assertThat(outcome).isInstanceOfSatisfying(Changed.class, changed -> {
            assertThat(changed.session().id()).isNotEqualTo(subscriber.id());
            assertThat(isCurrent(changed.session())).isTrue();
        });
        assertThat(isCurrent(subscriber)).isFalse();
        assertThat(passwordHash("subscriber:12345678")).isEqualTo("hash of eight888");
    }

    @Test
    void knowsInTheSessionThatGoesOnHowLongTheSubscriberTakesPart() {
        assertThat(attempt(subscriber, "secret", "eight888"))
                .isInstanceOfSatisfying(
                        Changed.class,
                        changed -> assertThat(
                                        lab.sessions().ofCookie(lab.sessions().toCookie(changed.session())))
                                .map(Session::owner)
                                .contains(new SignedIn.Subscriber(12345678, "Ada", TERM)));
    }

    @Test
    void liftsTheObligationToChange() {
        assertThat(staff.mustChangePassword()).isTrue();

        assertThat(attempt(staff, "secret", "twelve-twelve"))
                .isInstanceOfSatisfying(
                        Changed.class,
                        changed -> assertThat(changed.session().mustChangePassword())
                                .isFalse());
    }

    @ParameterizedTest
    @CsvSource({"seven77, TOO_SHORT", "12345678, ACCOUNT_NAME", "eight88\uD83C\uDF40, ''"})
    void refusesSubscribersPasswordsThatWontDo(String wanted, String flaw) {
        assertThat(flaw(attempt(subscriber, "secret", wanted))).isEqualTo(flaw);
    }

    @ParameterizedTest
    @CsvSource({"eleven-1111, TOO_SHORT", "longusername, ACCOUNT_NAME", "twelve-12345, ''"})
    void asksMoreOfStaff(String wanted, String flaw) {
        assertThat(flaw(attempt(staff, "secret", wanted))).isEqualTo(flaw);
    }

    @Test
    void refusesWhatIsTooLongOrNotRepeatedOrNotNew() {
        assertThat(flaw(attempt(subscriber, "secret", "x".repeat(257)))).isEqualTo("TOO_LONG");
        assertThat(flaw(change.attempt(subscriber, new NewPassword("secret", "eight888", "eight889"))))
                .isEqualTo("NOT_REPEATED");
        assertThat(flaw(attempt(subscriber, "eight888", "eight888"))).isEqualTo("NOT_NEW");
    }

    @Test
    void asksForTheOldPassword() {
        assertThat(attempt(subscriber, "wrong", "eight888")).isEqualTo(new WrongOldPassword());
        assertThat(attempt(subscriber, "", "eight888")).isEqualTo(new WrongOldPassword());
        assertThat(isCurrent(subscriber)).isTrue();
    }

    @Test
    void letsNobodyGuessTheOldPassword() {
        for (int i = 0; i < 3; i++) {
            assertThat(attempt(subscriber, "guess " + i, "eight888")).isEqualTo(new WrongOldPassword());
        }

        assertThat(attempt(subscriber, "secret", "eight888")).isInstanceOf(Throttled.class);
    }

    @Test
    void countsNoAttemptThatCannotBeChecked() {
        for (int i = 0; i < 20; i++) {
            encoder.failOnce();
            assertThatThrownBy(() -> attempt(subscriber, "secret", "eight888"))
                    .isInstanceOf(IllegalStateException.class);
        }

        assertThat(attempt(subscriber, "secret", "eight888")).isInstanceOf(Changed.class);
    }

    @Test
    void changesNothingInASessionThatEndedElsewhere() {
        accounts.setDisabled(new AccountKey.Subscriber(12345678), true);
        accounts.setDisabled(new AccountKey.Subscriber(12345678), false);

        assertThat(attempt(subscriber, "secret", "eight888")).isEqualTo(new SignInEnded());
        assertThat(passwordHash("subscriber:12345678")).isEqualTo("hash of secret");
    }

    private PasswordChangeOutcome attempt(Session session, String old, String wanted) {
        return change.attempt(session, new NewPassword(old, wanted, wanted));
    }

    private Session signedIn(SignedIn owner) {
        var account = new Account(owner, "hash of secret", false, owner instanceof SignedIn.Staff, 1);
        accounts.with(account);
        return lab.sessions().begin(account);
    }

    private boolean isCurrent(Session session) {
        return lab.sessions().ofCookie(lab.sessions().toCookie(session)).isPresent();
    }

    private String passwordHash(String account) {
        return accounts.find(AccountKey.of(account)).orElseThrow().passwordHash();
    }

    private static String flaw(PasswordChangeOutcome outcome) {
        return outcome instanceof Unfit(PasswordFlaw flaw) ? flaw.name() : "";
    }
}
