package dev.windfall.account.session;

import dev.windfall.account.AccountSettings;
import dev.windfall.account.SignInEnd;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/// The node's picture of keys and ended sign-ins. Renewed by asking one question for everybody every few seconds; when
/// the database is away, the last picture counts.
@Component
class SharedSessionPicture {

    private static final Logger log = LoggerFactory.getLogger(SharedSessionPicture.class);

    /// A row gets its time stamp before its commit makes it visible. Whatever takes no longer than this is not missed.
    private static final Duration OVERLAP = Duration.ofMinutes(1);

    /// How much longer than a session its end is remembered, for clocks that differ.
    private static final Duration MARGIN = Duration.ofHours(1);

    private final SessionRepository repository;
    private final Clock clock;
    private final Duration memory;

    /// Ends that this node knows and the database doesn't yet. No more than there are sessions: while the database is
    /// away, nobody signs in.
    private final Set<SignInEnd> unrecorded = ConcurrentHashMap.newKeySet();

    /// Exchanged whole, under this object's lock, which is never held while the database is asked.
    private volatile @Nullable SessionPicture picture;

    private final Lock asking = new ReentrantLock();
    private Instant readThrough = Instant.EPOCH;

    SharedSessionPicture(SessionRepository repository, Clock clock, AccountSettings settings) {
        this.repository = repository;
        this.clock = clock;
        this.memory = settings.sessionLifetime().plus(MARGIN);
    }

    /// Empty until the database was reached for the first time.
    Optional<SessionPicture> current() {
        return Optional.ofNullable(picture);
    }

    /// Asks the database what has changed.
    void refresh() {
        asking.lock();
        try {
            recordTheUnrecorded();
            var ring = keyRing(keysWithTheFirst());
            var recorded = repository.endsSince(readThrough.minus(OVERLAP));
            learn(ring, recorded.stream().map(RecordedEnd::end).toList());
            recorded.stream()
                    .map(RecordedEnd::recordedAt)
                    .max(Instant::compareTo)
                    .ifPresent(it -> readThrough = it);
        } finally {
            asking.unlock();
        }
    }

    /// Lets sign-ins end on this node at once, whatever becomes of the record.
    synchronized void learn(SignInEnd end) {
        var known = picture;
        if (known != null) {
            learn(known.keys(), List.of(end));
        }
    }

    /// Lets sign-ins end here at once, and on all other nodes as soon as the database takes note.
    void end(SignInEnd end) {
        learn(end);
        unrecorded.add(end);
        try {
            recordTheUnrecorded();
        } catch (DataAccessException e) {
            log.warn("A sign-out is known to this node only, until the database is back: {}", e.getMessage());
        }
    }

    /// Forgets, here and in the database, what ended so long ago that it has expired as well.
    void forgetExpired() {
        forgetLearnedBefore(clock.instant().minus(memory));
        repository.forgetEndsOlderThan(memory);
    }

    private synchronized void forgetLearnedBefore(Instant moment) {
        var known = picture;
        if (known != null) {
            picture = new SessionPicture(known.keys(), known.ended().since(moment));
        }
    }

    private synchronized void learn(KeyRing ring, List<SignInEnd> ends) {
        var known = picture;
        var ended = known == null ? EndedSignIns.NONE : known.ended();
        picture = new SessionPicture(ring, ended.plus(ends, clock.instant()));
    }

    private void recordTheUnrecorded() {
        List.copyOf(unrecorded).forEach(end -> {
            repository.record(end);
            unrecorded.remove(end);
        });
    }

    private KeyRing keyRing(List<SigningKey> keys) {
        var known = picture;
        return known != null && known.keys().isOf(keys) ? known.keys() : new KeyRing(keys);
    }

    private List<SigningKey> keysWithTheFirst() {
        var keys = repository.keys();
        if (!keys.isEmpty()) {
            return keys;
        }
        repository.addKey(SigningKey.first());
        return repository.keys();
    }
}
