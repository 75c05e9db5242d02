package dev.windfall.account.profile;

import dev.windfall.account.AccountKey;
import dev.windfall.account.AccountRepository;
import dev.windfall.account.SignInEnd;
import dev.windfall.audit.AuditTrail;
import dev.windfall.audit.Deed;
import dev.windfall.audit.Deed.Action;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Disables and enables accounts, and writes down who did it.
@Component
class AccountSwitch {

    private final AccountRepository accounts;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    AccountSwitch(AccountRepository accounts, AuditTrail audit, PlatformTransactionManager transactions) {
        this.accounts = accounts;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// @return the sign-ins that this has ended; empty if there was nothing to do
    Optional<SignInEnd> setDisabled(AccountKey key, boolean disabled, String actor) {
        return transaction.execute(_ -> {
            Optional<SignInEnd> end = accounts.setDisabled(key, disabled);
            if (end.isPresent()) {
                Action action = disabled ? Action.ACCOUNT_DISABLED : Action.ACCOUNT_ENABLED;
                audit.record(Deed.of(action, actor, key.name()));
            }
            return end;
        });
    }
}
