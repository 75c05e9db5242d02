package dev.windfall.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windfall.database.Database;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class FirstAdminTests {

    private static final AccountKey.Staff ADMIN = new AccountKey.Staff("admin");

    private final MemoryAccountRepository accounts = new MemoryAccountRepository();

    @Test
    void getsAPasswordThatIsPrintedOnce(CapturedOutput output) {
        firstAdmin(new External(), null).letIn();
        firstAdmin(new External(), null).letIn();

        assertThat(accounts.find(ADMIN)).map(Account::mustChangePassword).contains(true);
        assertThat(output.getOut()).containsOnlyOnce("one-time password: ");
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
        return new FirstAdmin(accounts, new PasswordHashes(new CountingEncoder(), 1), database, demo);
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
