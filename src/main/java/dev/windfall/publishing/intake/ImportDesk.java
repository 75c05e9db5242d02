package dev.windfall.publishing.intake;

import dev.windfall.publishing.intake.RecordedImport.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;

/// Takes imports in: a few at a time, the others wait; each written down as it goes, so that everybody can watch it
/// from any node and read afterwards what became of it.
@Service
public class ImportDesk {

    private static final Logger log = LoggerFactory.getLogger(ImportDesk.class);

    private static final int AT_ONCE = 2;
    private static final Duration TELL_EVERY = Duration.ofSeconds(1);

    private final DrawImport draws;
    private final ImportJournal journal;
    private final Clock clock;
    private final Semaphore turns = new Semaphore(AT_ONCE, true);

    ImportDesk(DrawImport draws, ImportJournal journal, Clock clock) {
        this.draws = draws;
        this.journal = journal;
        this.clock = clock;
    }

    /// Enters an import in the books, for [#run] to do.
    ///
    /// @return its number
    public int register(ImportRequest request) {
        return journal.begin(request);
    }

    /// Does an import now.
    ///
    /// @param outcomes takes each draw's outcome as soon as it is final
    /// @param onlooker is told about every second how far it is
    public ImportReport run(
            ImportRequest request, Consumer<DrawOutcome> outcomes, Consumer<ImportProgress.State> onlooker) {
        return run(register(request), request, outcomes, onlooker);
    }

    /// Does an import that was registered.
    ///
    /// @param outcomes takes each draw's outcome as soon as it is final
    /// @param onlooker is told about every second how far it is
    public ImportReport run(
            int id, ImportRequest request, Consumer<DrawOutcome> outcomes, Consumer<ImportProgress.State> onlooker) {
        var progress = new ImportProgress(clock);
        Thread teller = Thread.ofVirtual().name("import-" + id).start(() -> tell(id, progress, onlooker));
        try {
            turns.acquireUninterruptibly();
            ImportReport report = run(id, request, outcomes, progress);
            journal.end(id);
            return report;
        } catch (RuntimeException e) {
            recordFailure(id, e);
            throw e;
        } finally {
            turns.release();
            teller.interrupt();
        }
    }

    private ImportReport run(int id, ImportRequest request, Consumer<DrawOutcome> outcomes, ImportProgress progress) {
        ImportReport report =
                draws.run(request, outcomes.andThen(outcome -> journal.add(id, Outcome.of(outcome))), progress);
        if (!report.unattributed().isEmpty()) {
            journal.add(id, Outcome.ofNoDraw(report.unattributed()));
        }
        return report;
    }

    private void tell(int id, ImportProgress progress, Consumer<ImportProgress.State> onlooker) {
        try {
            while (true) {
                Thread.sleep(TELL_EVERY);
                onlooker.accept(progress.state());
                record(id, progress.state());
            }
        } catch (InterruptedException _) {
            log.debug("Import {} has ended", id);
        }
    }

    /// What can't be told now is told a second later; the import doesn't mind.
    private void record(int id, ImportProgress.State state) {
        try {
            journal.tell(id, state);
        } catch (DataAccessException e) {
            log.debug("How far import {} is can't be recorded", id, e);
        }
    }

    private void recordFailure(int id, RuntimeException failure) {
        try {
            journal.fail(id, RecordedImport.Failure.of(failure));
        } catch (DataAccessException e) {
            log.debug("The failure of import {} can't be recorded: it will count as broken off", id, e);
        }
    }
}
