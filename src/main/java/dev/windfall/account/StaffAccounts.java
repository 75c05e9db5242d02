package dev.windfall.account;

import java.util.Optional;
import org.springframework.stereotype.Service;

/// The accounts of staff, for who runs the program rather than its pages: whoever can start a command beside the
/// database answers for who is on the staff.
@Service
public class StaffAccounts {

    private final AccountRepository accounts;
    private final PasswordHashes passwords;

    StaffAccounts(AccountRepository accounts, PasswordHashes passwords) {
        this.accounts = accounts;
        this.passwords = passwords;
    }

    /// Adds a member of staff.
    ///
    /// @return a password for the first sign-in, at which it has to be changed; empty if the user name is taken
    public Optional<String> add(AccountKey.Staff key, String name) {
        String password = PasswordHashes.random();
        return accounts.addStaff(key, name, passwords.hash(password), true) ? Optional.of(password) : Optional.empty();
    }

    /// The member of staff who knows this password. One that was given for the first sign-in doesn't count: it was in
    /// other hands.
    public Optional<SignedIn.Staff> who(AccountKey.Staff key, String password) {
        Optional<Account> account = accounts.find(key);
        String hash = account.map(Account::passwordHash).orElseGet(passwords::decoy);
        return passwords.matches(password, hash)
                ? account.filter(found -> !found.disabled() && !found.mustChangePassword())
                        .map(Account::owner)
                        .map(SignedIn.Staff.class::cast)
                : Optional.empty();
    }
}
