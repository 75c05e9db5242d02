package dev.windfall.draw;

import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// One read-only transaction that sees a single state of the database.
@Component
class JdbcConsistentRead implements ConsistentRead {

    private final TransactionTemplate transaction;

    JdbcConsistentRead(PlatformTransactionManager transactions) {
        transaction = new TransactionTemplate(transactions);
        transaction.setReadOnly(true);
        transaction.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    @Override
    public <T> T of(Supplier<T> questions) {
        return transaction.execute(status -> questions.get());
    }
}
