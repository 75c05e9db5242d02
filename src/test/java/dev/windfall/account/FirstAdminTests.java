package dev.windfall.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windfall.audit.Deed;
import dev.windfall.database.Database;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.SimpleTransactionStatus;

@ExtendWith(OutputCaptureExtension.class)
class FirstAdminTests {

    private static final AccountKey.Staff ADMIN = new AccountKey.Staff("admin");

    private final MemoryAccountRepository accounts = new MemoryAccountRepository();
    private final List<Deed> deeds = new ArrayList<>();

    @Test
    void getsAPasswordThatIsPrintedOnce(CapturedOutput output) {
        firstAdmin(new External(), null).letIn();
        firstAdmin(new External(), null).letIn();

        assertThat(accounts.find(ADMIN)).map(Account::mustChangePassword).contains(true);
        assertThat(output.getOut()).containsOnlyOnce("one-time password: ");
        assertThat(deeds).containsExactly(Deed.of(Deed.Action.STAFF_ADDED, "Windfall (first start)", ADMIN.username()));
    }

    @Test
    void isNotMadeWhereThereIsStaff(CapturedOutput output) {
        accounts.with(new Account(new SignedIn.Staff("clerk", "Clara"), "hash", false, false, 1));

        firstAdmin(new External(), null).letIn();

        assertThat(accounts.find(ADMIN)).isEmpty();
        assertThat(output.getOut()).isEmpty();
    }

    @Test
    void isNotMadeForADemo() {
        firstAdmin(new External(), true).letIn();
        firstAdmin(new Embedded(), null).letIn();
        assertThat(accounts.find(ADMIN)).isEmpty();

        firstAdmin(new Embedded(), false).letIn();
        assertThat(accounts.find(ADMIN)).isPresent();
    }

    private FirstAdmin firstAdmin(Database database, @Nullable Boolean demo) {
        var staff = new StaffAccounts(
                accounts, new PasswordHashes(new CountingEncoder(), 1), deeds::add, new NoTransactions());
        return new FirstAdmin(accounts, staff, database, demo);
    }

    /// The accounts are in memory.
    private record NoTransactions() implements PlatformTransactionManager {
        @Override
        public TransactionStatus getTransaction(@Nullable TransactionDefinition definition) {
            return new SimpleTransactionStatus();
        }

        @Override
        public void commit(TransactionStatus status) {}

        @Override
        public void rollback(TransactionStatus status) {}
    }

    private record External() implements Database {
        @Override
        public boolean ready() {
            return true;
        }

        @Override
        public boolean embedded() {
            return false;
        }
    }

    private record Embedded() implements Database {
        @Override
        public boolean ready() {
            return true;
        }

        @Override
        public boolean embedded() {
            return true;
        }
    }
}
