package dev.windfall.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.windfall.TestDatabase;
import dev.windfall.audit.AuditTrail;
import dev.windfall.audit.Deed;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

class StaffAccountsIntegrationTests {

    private static final AccountKey.Staff CLERK = new AccountKey.Staff("clerk");

    private final DataSource database = TestDatabase.at(TestDatabase.createUrl());
    private final JdbcAccountRepository accounts = new JdbcAccountRepository(JdbcClient.create(database));

    @Test
    void writesDownWhomItAddsAndWho() {
        List<Deed> deeds = new ArrayList<>();

        assertThat(staff(deeds::add).add(CLERK, "Clara Clerk", "root")).isPresent();
        assertThat(staff(deeds::add).add(CLERK, "Another Clerk", "root"))
                .as("the user name is taken")
                .isEmpty();

        assertThat(deeds).containsExactly(Deed.of(Deed.Action.STAFF_ADDED, "root", "clerk"));
    }

    @Test
    void addsNobodyWithoutWritingItDown() {
        StaffAccounts staff = staff(_ -> {
            throw new IllegalStateException("the trail is full");
        });

        assertThatThrownBy(() -> staff.add(CLERK, "Clara Clerk", "root")).hasMessage("the trail is full");

        assertThat(accounts.find(CLERK)).isEmpty();
    }

    private StaffAccounts staff(AuditTrail audit) {
        return new StaffAccounts(
                accounts, new PasswordHashes(new CountingEncoder(), 1), audit, new JdbcTransactionManager(database));
    }
}
