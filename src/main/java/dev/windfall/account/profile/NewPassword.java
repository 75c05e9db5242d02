package dev.windfall.account.profile;

import dev.windfall.account.AccountKey;
import dev.windfall.account.PasswordHashes;
import java.util.Optional;

/// What somebody typed in order to change a password.
///
/// @param old the password so far
/// @param wanted the one to be
/// @param repeated the same once more, since nobody sees what is typed
record NewPassword(String old, String wanted, String repeated) {

    /// Length is what counts (NIST SP 800-63B); staff can see and do more, so theirs are longer.
    static int minimumLength(AccountKey account) {
        return switch (account) {
            case AccountKey.Subscriber _ -> 8;
            case AccountKey.Staff _ -> 12;
        };
    }

    Optional<PasswordFlaw> flaw(AccountKey account) {
        if (!wanted.equals(repeated)) {
            return Optional.of(PasswordFlaw.NOT_REPEATED);
        }
        if (wanted.equals(account.name())) {
            return Optional.of(PasswordFlaw.ACCOUNT_NAME);
        }
        if (wanted.codePointCount(0, wanted.length()) < minimumLength(account)) {
            return Optional.of(PasswordFlaw.TOO_SHORT);
        }
        if (wanted.length() > PasswordHashes.MAX_LENGTH) {
            return Optional.of(PasswordFlaw.TOO_LONG);
        }
        return wanted.equals(old) ? Optional.of(PasswordFlaw.NOT_NEW) : Optional.empty();
    }

    boolean hasPossibleOld() {
        return !old.isEmpty() && old.length() <= PasswordHashes.MAX_LENGTH;
    }

    /// Without the passwords.
    @Override
    public String toString() {
        return "NewPassword[]";
    }
}
