package dev.windfall.refresh;

import dev.windfall.prizes.SnapshotTooLarge;
import dev.windfall.refresh.Trouble.Kind;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Tells why refreshes fail: staff in a sentence, and the log once for each kind of trouble, not at every poll of an
/// outage.
@Component
class TroubleReporter {

    private static final Logger log = LoggerFactory.getLogger(TroubleReporter.class);

    private final MessageSource messages;
    private volatile @Nullable Kind toldOf;

    TroubleReporter(MessageSource messages) {
        this.messages = messages;
    }

    Trouble tell(Throwable failure) {
        Trouble trouble = trouble(failure);
        if (trouble.kind() == toldOf) {
            log.debug("The snapshot still can't be renewed: {}", trouble.sentence(), failure);
        } else {
            log.warn("The snapshot can't be renewed: {}", trouble.sentence(), failure);
        }
        toldOf = trouble.kind();
        return trouble;
    }

    void tellThatItIsOver() {
        if (toldOf != null) {
            log.info("The snapshot can be renewed again");
        }
        toldOf = null;
    }

    private Trouble trouble(Throwable failure) {
        return switch (failure) {
            case DataAccessException _, TransactionException _ -> trouble(Kind.DATABASE_AWAY);
            case SnapshotTooLarge refusal ->
                trouble(
                        Kind.SNAPSHOT_TOO_LARGE,
                        refusal.prizes(),
                        refusal.neededMegabytes(),
                        refusal.freeMegabytes(),
                        refusal.maxMegabytes());
            case OutOfMemoryError _ -> trouble(Kind.OUT_OF_MEMORY);
            default -> trouble(Kind.UNEXPECTED);
        };
    }

    /// The nodes tell each other in one language, whatever that of the machine.
    private Trouble trouble(Kind kind, Object... figures) {
        return new Trouble(kind, messages.getMessage("refresh." + kind, figures, Locale.UK));
    }
}
