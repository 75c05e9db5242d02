package dev.windfall.account.profile;

import dev.windfall.account.Account;
import dev.windfall.account.AccountKey;
import dev.windfall.account.AccountRepository;
import dev.windfall.account.PasswordHashes;
import dev.windfall.account.session.Session;
import dev.windfall.account.session.Sessions;
import dev.windfall.account.signin.AttemptOrigin;
import dev.windfall.account.signin.AttemptThrottle;
import org.springframework.stereotype.Component;

/// Changes the password of who is signed in, and ends all other sign-ins of the account.
@Component
class PasswordChange {

    private final AccountRepository accounts;
    private final PasswordHashes passwords;
    private final Sessions sessions;
    private final AttemptThrottle throttle;

    PasswordChange(AccountRepository accounts, PasswordHashes passwords, Sessions sessions, AttemptThrottle throttle) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.sessions = sessions;
        this.throttle = throttle;
    }

    /// Who found a browser signed in must not guess the old password here either, so attempts are counted.
    PasswordChangeOutcome attempt(Session session, NewPassword password) {
        var key = AccountKey.of(session.owner().account());
        var flaw = password.flaw(key);
        if (flaw.isPresent()) {
            return new PasswordChangeOutcome.Unfit(flaw.get());
        }
        var origin = new AttemptOrigin.SignedInAccount(key.value());
        return throttle.admit(origin)
                .<PasswordChangeOutcome>map(PasswordChangeOutcome.Throttled::new)
                .orElseGet(() -> change(session, key, password, origin));
    }

    private PasswordChangeOutcome change(Session session, AccountKey key, NewPassword password, AttemptOrigin origin) {
        if (!throttle.unlessFailing(origin, () -> isOldPassword(password, key))) {
            return new PasswordChangeOutcome.WrongOldPassword();
        }
        throttle.forgive(origin);
        return accounts.changePassword(key, session.generation(), passwords.hash(password.wanted()))
                .map(end -> sessions.beginAfter(end, session.owner()))
                .<PasswordChangeOutcome>map(PasswordChangeOutcome.Changed::new)
                .orElseGet(PasswordChangeOutcome.SignInEnded::new);
    }

    private boolean isOldPassword(NewPassword password, AccountKey key) {
        return password.hasPossibleOld()
                && accounts.find(key)
                        .map(Account::passwordHash)
                        .filter(hash -> passwords.matches(password.old(), hash))
                        .isPresent();
    }
}
