package dev.windfall.account.signin;

import dev.windfall.account.Account;
import dev.windfall.account.AccountRepository;
import dev.windfall.account.PasswordHashes;
import dev.windfall.account.session.KnownDevices;
import dev.windfall.account.session.Sessions;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Checks who wants to sign in. Whether the account is unknown, disabled or has another password makes no difference,
/// in the answer as in the time that it takes.
@Component
class SignIn {

    private final AccountRepository accounts;
    private final PasswordHashes passwords;
    private final Sessions sessions;
    private final KnownDevices devices;
    private final AttemptThrottle throttle;

    SignIn(
            AccountRepository accounts,
            PasswordHashes passwords,
            Sessions sessions,
            KnownDevices devices,
            AttemptThrottle throttle) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.sessions = sessions;
        this.devices = devices;
        this.throttle = throttle;
    }

    SignInOutcome attempt(SignInAttempt attempt) {
        if (!attempt.isPossible()) {
            return new SignInOutcome.Impossible();
        }
        var origin = origin(attempt);
        return throttle.admit(origin)
                .<SignInOutcome>map(SignInOutcome.Throttled::new)
                .orElseGet(() -> check(attempt, origin));
    }

    private SignInOutcome check(SignInAttempt attempt, AttemptOrigin origin) {
        return throttle.unlessFailing(origin, () -> authenticated(attempt))
                .<SignInOutcome>map(account -> accept(account, origin))
                .orElseGet(SignInOutcome.Refused::new);
    }

    private SignInOutcome accept(Account account, AttemptOrigin origin) {
        throttle.forgive(origin);
        return new SignInOutcome.Accepted(sessions.begin(account), device(origin));
    }

    /// Hashes exactly once, account or not.
    private Optional<Account> authenticated(SignInAttempt attempt) {
        var account = attempt.account().flatMap(accounts::find);
        var hash = account.map(Account::passwordHash).orElseGet(passwords::decoy);
        return passwords.matches(attempt.password(), hash) ? account.filter(it -> !it.disabled()) : Optional.empty();
    }

    private AttemptOrigin origin(SignInAttempt attempt) {
        return attempt.account()
                .flatMap(account -> attempt.device().flatMap(cookie -> devices.ofCookie(cookie, account)))
                .<AttemptOrigin>map(AttemptOrigin.KnownDevice::new)
                .orElseGet(() -> new AttemptOrigin.Stranger(countedName(attempt), Network.of(attempt.address())));
    }

    /// `007` and `7` are one account, so they are counted as one.
    private static String countedName(SignInAttempt attempt) {
        return attempt.account().map(account -> account.value()).orElse(attempt.username());
    }

    private static UUID device(AttemptOrigin origin) {
        return origin instanceof AttemptOrigin.KnownDevice(UUID device) ? device : UUID.randomUUID();
    }
}
