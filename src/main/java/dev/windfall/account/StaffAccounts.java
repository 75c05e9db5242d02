package dev.windfall.account;

import dev.windfall.audit.AuditTrail;
import dev.windfall.audit.Deed;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The accounts of staff, for who runs the program rather than its pages: whoever can start a command beside the
/// database answers for who is on the staff.
@Service
public class StaffAccounts {

    private final AccountRepository accounts;
    private final PasswordHashes passwords;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    StaffAccounts(
            AccountRepository accounts,
            PasswordHashes passwords,
            AuditTrail audit,
            PlatformTransactionManager transactions) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// Adds a member of staff.
    ///
    /// @param actor who does it
    /// @return a password for the first sign-in, at which it has to be changed; empty if the user name is taken
    public Optional<String> add(AccountKey.Staff key, String name, String actor) {
        String password = PasswordHashes.random();
        String hash = passwords.hash(password);
        Boolean added = transaction.execute(_ -> {
            boolean isNew = accounts.addStaff(key, name, hash, true);
            if (isNew) {
                audit.record(Deed.of(Deed.Action.STAFF_ADDED, actor, key.username()));
            }
            return isNew;
        });
        return added ? Optional.of(password) : Optional.empty();
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
