package dev.windfall.monitoring;

import dev.windfall.publishing.intake.ImportRecords;
import dev.windfall.publishing.intake.RecordedImport;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/// The imports that some process is busy with. Each node knows them from the database, which is asked for all who watch
/// at once, and only while somebody does. Nobody waits long for its answer.
@Component
@ConditionalOnWebApplication
class ImportsUnderWay {

    private static final Logger log = LoggerFactory.getLogger(ImportsUnderWay.class);

    /// After which an answer no longer says what is so.
    private static final Duration MAX_AGE = Duration.ofSeconds(30);

    private final ImportRecords records;
    private @Nullable Thread asking;
    private volatile @Nullable Answer last;

    ImportsUnderWay(ImportRecords records) {
        this.records = records;
    }

    private record Answer(long atNs, List<RecordedImport> imports) {}

    /// Has the database asked, unless it is being asked already, and waits a while for its answer.
    void look(Duration patience) {
        try {
            boolean _ = ask().join(patience);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Empty if they can't be known.
    Optional<List<RecordedImport>> known() {
        return Optional.ofNullable(last)
                .filter(answer -> System.nanoTime() - answer.atNs() < MAX_AGE.toNanos())
                .map(Answer::imports);
    }

    private synchronized Thread ask() {
        Thread begun = asking;
        if (begun == null || !begun.isAlive()) {
            begun = Thread.ofVirtual().name("imports-under-way").start(this::read);
            asking = begun;
        }
        return begun;
    }

    private void read() {
        try {
            last = new Answer(System.nanoTime(), records.underWay());
        } catch (RuntimeException e) {
            last = null;
            log.debug("Nobody knows which imports are under way", e);
        }
    }
}
