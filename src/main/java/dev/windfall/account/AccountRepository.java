package dev.windfall.account;

import java.util.Optional;

/// The accounts of subscribers and staff. Asked when somebody signs in or an account changes, never for a page view.
public interface AccountRepository {

    /// The account, disabled or not, provided that it has a password at all.
    Optional<Account> find(AccountKey key);

    /// Sets another password and ends all sign-ins of the account. Nothing happens, and the answer is empty, unless the
    /// account is enabled and still in the given generation: a sign-in that has ended elsewhere changes nothing.
    Optional<SignInEnd> changePassword(AccountKey key, int generation, String passwordHash);

    /// Ends all sign-ins of the account and changes nothing else, under the conditions of [#changePassword].
    Optional<SignInEnd> endSignIns(AccountKey key, int generation);

    /// The account, with a password or without.
    Optional<AccountState> findState(AccountKey key);

    /// Disables or enables an account. Either ends all of its sign-ins; empty if there was nothing to do.
    Optional<SignInEnd> setDisabled(AccountKey key, boolean disabled);

    boolean hasStaff();

    /// Adds a member of staff, unless the user name is taken.
    ///
    /// @return whether it was added
    boolean addStaff(AccountKey.Staff key, String name, String passwordHash, boolean mustChangePassword);
}
