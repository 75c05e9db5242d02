package dev.windfall.account;

import dev.windfall.database.Database;
import dev.windfall.database.DatabaseReady;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Lets the very first member of staff in, when there is no demo to bring one: makes the account `admin` with a
/// one-time password, and prints that once on standard output, which no log keeps.
@Component
@ConditionalOnWebApplication
class FirstAdmin {

    private static final AccountKey.Staff ADMIN = new AccountKey.Staff("admin");
    private static final String ACTOR = "Windfall (first start)";

    private final AccountRepository accounts;
    private final StaffAccounts staff;
    private final boolean demo;

    /// @param demo the setting; if there is none, the embedded database has a demo and an external one hasn't
    FirstAdmin(
            AccountRepository accounts,
            StaffAccounts staff,
            Database database,
            @Value("${windfall.demo:#{null}}") @Nullable Boolean demo) {
        this.accounts = accounts;
        this.staff = staff;
        this.demo = demo == null ? database.embedded() : demo;
    }

    @EventListener(DatabaseReady.class)
    void letIn() {
        if (demo || accounts.hasStaff()) {
            return;
        }
        staff.add(ADMIN, "Administrator", ACTOR)
                .ifPresent(password -> System.out.printf(
                        "%nThe account of the first administrator is \"admin\", its one-time password: %s%n%n",
                        password));
    }
}
