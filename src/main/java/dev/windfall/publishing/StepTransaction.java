package dev.windfall.publishing;

import dev.windfall.publishing.StepOutcome.Refusal;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Takes a step with a draw in one transaction, and says so if the draw is in other hands.
@Component
class StepTransaction {

    private final TransactionTemplate transaction;

    StepTransaction(PlatformTransactionManager transactions) {
        this.transaction = new TransactionTemplate(transactions);
    }

    /// @param drawNumber empty where the step names a version
    StepOutcome take(String drawNumber, Supplier<StepOutcome> step) {
        try {
            return transaction.execute(_ -> step.get());
        } catch (DrawBusy _) {
            return new StepOutcome.Refused(drawNumber, Refusal.BUSY);
        }
    }
}
