package dev.windfall.account.signin;

import dev.windfall.account.AccountKey;
import dev.windfall.account.PasswordHashes;
import java.util.Locale;
import java.util.Optional;

/// What somebody typed into the login page, and from where.
///
/// @param address the client's network address
/// @param device the value of the cookie that names a known device
record SignInAttempt(String username, String password, String address, Optional<String> device) {

    SignInAttempt {
        username = username.strip().toLowerCase(Locale.ROOT);
    }

    /// Whether anybody at all could have such a name and password.
    boolean isPossible() {
        return isBetween(username, AccountKey.MAX_LENGTH) && isBetween(password, PasswordHashes.MAX_LENGTH);
    }

    Optional<AccountKey> account() {
        return AccountKey.typed(username);
    }

    private static boolean isBetween(String text, int maximum) {
        return !text.isEmpty() && text.length() <= maximum;
    }

    /// Without the password.
    @Override
    public String toString() {
        return "SignInAttempt[" + address + "]";
    }
}
