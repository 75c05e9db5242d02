package dev.windfall.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.security.crypto.password.PasswordEncoder;

class PasswordHashesTests {

    private final AccountSettings settings = new AccountSettings(
            Duration.ofHours(1),
            Duration.ofSeconds(1),
            Duration.ofDays(1),
            2,
            new AccountSettings.Attempts(1, 1, Duration.ofMinutes(1), 1));

    private final PasswordHashes hashes = new AccountConfiguration().passwordHashes(settings);

    @Test
    void hashesByArgon2idWithTheParametersThatOwaspAsksFor() {
        assertThat(hashes.hash("secret")).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(hashes.decoy()).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    }

    @Test
    void matchesTheRightPasswordOnly() {
        var hash = hashes.hash("correct horse");

        assertThat(hashes.matches("correct horse", hash)).isTrue();
        assertThat(hashes.matches("correct horses", hash)).isFalse();
        assertThat(hashes.matches("", hash)).isFalse();
    }

    @Test
    void matchesTheDecoyWithNothing() {
        assertThat(hashes.matches(hashes.decoy(), hashes.decoy())).isFalse();
    }

    @Test
    @Timeout(30)
    void hashesNoMoreAtOnceThanThereIsMemoryFor() throws InterruptedException {
        var encoder = new GatheringEncoder(2);
        var bounded = new PasswordHashes(encoder, 2);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 8).forEach(i -> threads.execute(() -> bounded.matches("secret", "hash")));
        }

        assertThat(encoder.most.get()).isEqualTo(2);
    }

    /// Lets nobody pass before so many have come at once, and notes how many were inside at most.
    private static final class GatheringEncoder implements PasswordEncoder {

        private final AtomicInteger inside = new AtomicInteger();
        private final AtomicInteger most = new AtomicInteger();
        private final CountDownLatch gathered;

        GatheringEncoder(int together) {
            gathered = new CountDownLatch(together);
        }

        @Override
        public String encode(@Nullable CharSequence password) {
            return "hash";
        }

        @Override
        public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            gathered.countDown();
            try {
                gathered.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            inside.decrementAndGet();
            return true;
        }
    }
}
