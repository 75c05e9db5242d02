package dev.windfall.account.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.windfall.account.Account;
import dev.windfall.account.AccountKey;
import dev.windfall.account.CountingEncoder;
import dev.windfall.account.MemoryAccountRepository;
import dev.windfall.account.PasswordHashes;
import dev.windfall.account.SignedIn;
import dev.windfall.account.SubscriptionTerm;
import dev.windfall.account.session.SessionLab;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignInTests {

    private static final String ADDRESS = "203.0.113.7";

    private final SessionLab lab = new SessionLab();
    private final CountingEncoder encoder = new CountingEncoder();
    private final MemoryAccountRepository accounts = new MemoryAccountRepository()
            .with(
                    account(new SignedIn.Subscriber(1, "Ada", new SubscriptionTerm.None()), false),
                    account(new SignedIn.Subscriber(2, "Bea", new SubscriptionTerm.None()), true),
                    account(new SignedIn.Staff("clerk", "Clara"), false));
    private final SignIn signIn = new SignIn(
            accounts,
            new PasswordHashes(encoder, 1),
            lab.sessions(),
            lab.devices(),
            new AttemptThrottle(SessionLab.settings(), lab.clock()));

    @ParameterizedTest
    @CsvSource({"1, subscriber:1", "001, subscriber:1", "' 1 ', subscriber:1", "CLERK, staff:clerk"})
    void acceptsTheRightPassword(String username, String account) {
        assertThat(accepted(username).session().owner().account()).isEqualTo(account);
    }

    @ParameterizedTest
    @CsvSource({
        "1, secret",
        "1, wrong",
        "2, secret",
        "2, wrong",
        "3, secret",
        "clerk, wrong",
        "nobody, secret",
        "99999999999, secret",
        "'; drop table staff', secret"
    })
    void comparesExactlyOneHashWhoeverItIs(String username, String password) {
        attempt(username, password);

        assertThat(encoder.matches()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"1, wrong", "2, secret", "2, wrong", "3, secret", "nobody, secret", "clerk, Secret"})
    void refusesAllOthersAlike(String username, String password) {
        assertThat(attempt(username, password)).isEqualTo(new SignInOutcome.Refused());
    }

    @Test
    void looksAtNothingThatCannotBeANameAndAPassword() {
        assertThat(attempt("", "secret")).isEqualTo(new SignInOutcome.Impossible());
        assertThat(attempt("1", "")).isEqualTo(new SignInOutcome.Impossible());
        assertThat(attempt("1".repeat(41), "secret")).isEqualTo(new SignInOutcome.Impossible());
        assertThat(attempt("1", "x".repeat(257))).isEqualTo(new SignInOutcome.Impossible());
        assertThat(encoder.matches()).isZero();
    }

    @Test
    void stopsWhoGuessesOnAndHashesNothingForThem() {
        exhaust("1");

        assertThat(attempt("1", "secret")).isInstanceOf(SignInOutcome.Throttled.class);
        assertThat(attempt("01", "secret")).as("the same account").isInstanceOf(SignInOutcome.Throttled.class);
        assertThat(encoder.matches()).isEqualTo(3);
    }

    @Test
    void stopsGuessesAtAccountsThatDoNotExistJustAlike() {
        exhaust("nobody");

        assertThat(attempt("nobody", "secret")).isInstanceOf(SignInOutcome.Throttled.class);
    }

    @Test
    void letsTheOwnerInFromAKnownDeviceWhateverStrangersDo() {
        var device = accepted("1").device();
        var cookie = lab.devices().toCookie(device, new AccountKey.Subscriber(1));
        exhaust("1");

        var outcome = signIn.attempt(new SignInAttempt("1", "secret", ADDRESS, Optional.of(cookie)));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        SignInOutcome.Accepted.class,
                        accepted -> assertThat(accepted.device()).isEqualTo(device));
    }

    @Test
    void limitsGuessesFromAKnownDeviceToo() {
        var cookie = lab.devices().toCookie(accepted("1").device(), new AccountKey.Subscriber(1));
        var guess = new SignInAttempt("1", "wrong", ADDRESS, Optional.of(cookie));
        for (int i = 0; i < 3; i++) {
            assertThat(signIn.attempt(guess)).isInstanceOf(SignInOutcome.Refused.class);
        }

        assertThat(signIn.attempt(guess)).isInstanceOf(SignInOutcome.Throttled.class);
    }

    @Test
    void givesADeviceNoPrivilegeForOtherAccounts() {
        var cookie = lab.devices().toCookie(accepted("1").device(), new AccountKey.Subscriber(1));
        exhaust("clerk");

        assertThat(signIn.attempt(new SignInAttempt("clerk", "secret", ADDRESS, Optional.of(cookie))))
                .isInstanceOf(SignInOutcome.Throttled.class);
    }

    @Test
    void letsEverybodyTryAgainAfterAWhile() {
        exhaust("1");

        lab.clock().advance(Duration.ofMinutes(5));

        assertThat(attempt("1", "secret")).isInstanceOf(SignInOutcome.Accepted.class);
    }

    @Test
    void countsNoRightPasswords() {
        for (int i = 0; i < 20; i++) {
            assertThat(attempt("1", "secret")).isInstanceOf(SignInOutcome.Accepted.class);
        }
    }

    @Test
    void countsNoAttemptThatCannotBeChecked() {
        for (int i = 0; i < 20; i++) {
            encoder.failOnce();
            assertThatThrownBy(() -> attempt("1", "secret")).isInstanceOf(IllegalStateException.class);
        }

        assertThat(attempt("1", "secret")).isInstanceOf(SignInOutcome.Accepted.class);
    }

    private void exhaust(String username) {
        for (int i = 0; i < 3; i++) {
            assertThat(attempt(username, "guess")).isInstanceOf(SignInOutcome.Refused.class);
        }
    }

    private SignInOutcome.Accepted accepted(String username) {
        var outcome = attempt(username, "secret");
        assertThat(outcome).isInstanceOf(SignInOutcome.Accepted.class);
        return (SignInOutcome.Accepted) outcome;
    }

    private SignInOutcome attempt(String username, String password) {
        return signIn.attempt(new SignInAttempt(username, password, ADDRESS, Optional.empty()));
    }

    private static Account account(SignedIn owner, boolean disabled) {
        return new Account(owner, "hash of secret", disabled, false, 1);
    }
}
