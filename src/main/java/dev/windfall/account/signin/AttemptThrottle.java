package dev.windfall.account.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.windfall.account.AccountSettings;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/// Lets only so many attempts at a password through. Each node counts for itself, in bounded memory.
@Component
public class AttemptThrottle {

    private final Cache<AttemptCount, Bucket> buckets;
    private final AccountSettings.Attempts limits;
    private final TimeMeter time;

    public AttemptThrottle(AccountSettings settings, Clock clock) {
        limits = settings.attempts();
        time = timeMeter(clock);
        buckets = Caffeine.newBuilder()
                .maximumSize(limits.remembered())
                .expireAfterAccess(limits.period())
                .ticker(time::currentTimeNanos)
                .build();
    }

    /// Counts an attempt.
    ///
    /// @return how long to wait first; empty if the attempt may go on
    public Optional<Duration> admit(AttemptOrigin origin) {
        return origin.counts().stream()
                .map(count -> bucket(count).tryConsumeAndReturnRemaining(1))
                .filter(probe -> !probe.isConsumed())
                .map(probe -> Duration.ofNanos(probe.getNanosToWaitForRefill()))
                .findFirst();
    }

    /// Takes back the count of an attempt whose password was right.
    public void forgive(AttemptOrigin origin) {
        origin.counts().forEach(count -> bucket(count).addTokens(1));
    }

    /// Makes the check that an admitted attempt asks for. One that fails has found no password wrong, so the attempt is
    /// not counted.
    public <T> T unlessFailing(AttemptOrigin origin, Supplier<T> check) {
        try {
            return check.get();
        } catch (RuntimeException e) {
            forgive(origin);
            throw e;
        }
    }

    private Bucket bucket(AttemptCount count) {
        return buckets.get(count, this::newBucket);
    }

    private Bucket newBucket(AttemptCount count) {
        int capacity = count.shared() ? limits.perAddress() : limits.perAccount();
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(capacity).refillGreedy(capacity, limits.period()))
                .withCustomTimePrecision(time)
                .build();
    }

    private static TimeMeter timeMeter(Clock clock) {
        return new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return ChronoUnit.NANOS.between(Instant.EPOCH, clock.instant());
            }

            @Override
            public boolean isWallClockBased() {
                return true;
            }
        };
    }
}
