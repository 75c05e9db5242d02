package dev.windfall.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/// Inspects the trail. At each look it follows what came since the last one. It follows the whole trail, which grows
/// for
/// ever, every ten minutes, at each export, and whenever the entry that it came to is no longer the same. So nobody
/// tampers with an older entry for longer than that unseen, as long as somebody looks.
@Component
class AuditWatch {

    static final Duration WHOLE_EVERY = Duration.ofMinutes(10);

    private final JdbcAuditTrail trail;
    private final Clock clock;

    private AuditChain followed = new AuditChain();
    private Instant followedSince = Instant.MIN;

    AuditWatch(JdbcAuditTrail trail, Clock clock) {
        this.trail = trail;
        this.clock = clock;
    }

    synchronized AuditChain.Inspection inspect() {
        Instant now = clock.instant();
        if (followedSince.isBefore(now.minus(WHOLE_EVERY)) || !isStillThere(followed)) {
            followed = new AuditChain();
            followedSince = now;
        }
        trail.forEachAfter(followed.lastId(), followed::add);
        return followed.inspect();
    }

    /// Hands all entries to a reader and inspects them on the way, for the next look to build on.
    void follow(Consumer<AuditEntry> reader) {
        Instant start = clock.instant();
        var whole = new AuditChain();
        trail.forEachAfter(0, entry -> {
            reader.accept(entry);
            whole.add(entry);
        });
        remember(whole, start);
    }

    private synchronized void remember(AuditChain whole, Instant start) {
        followed = whole;
        followedSince = start;
    }

    private boolean isStillThere(AuditChain known) {
        return trail.hash(known.lastId())
                .filter(known.inspect().lastHash()::equals)
                .isPresent();
    }
}
