package dev.windfall.account;

import static java.util.Objects.requireNonNull;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.security.crypto.password.PasswordEncoder;

/// The hashing of passwords, as many at once as there is memory for: the others queue for a while.
public final class PasswordHashes {

    /// The longest password, in characters. Hashing more is work for an attacker's benefit only.
    public static final int MAX_LENGTH = 256;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final PasswordEncoder encoder;
    private final Semaphore capacity;
    private final String decoy;

    public PasswordHashes(PasswordEncoder encoder, int atOnce) {
        this.encoder = encoder;
        this.capacity = new Semaphore(atOnce, true);
        this.decoy = encode(random());
    }

    /// @throws PasswordHashesBusy when too many others wait
    public String hash(String password) {
        return queued(() -> encode(password));
    }

    /// @throws PasswordHashesBusy when too many others wait
    public boolean matches(String password, String hash) {
        return queued(() -> encoder.matches(password, hash));
    }

    /// A hash that no password matches. Compared with when there is no account, so that it takes the same time.
    public String decoy() {
        return decoy;
    }

    /// A password of 128 random bits.
    static String random() {
        var bytes = new byte[16];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private String encode(String password) {
        return requireNonNull(encoder.encode(password), "only the absence of a password has no hash");
    }

    private <T> T queued(Supplier<T> hashing) {
        acquire();
        try {
            return hashing.get();
        } finally {
            capacity.release();
        }
    }

    private void acquire() {
        try {
            if (!capacity.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new PasswordHashesBusy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PasswordHashesBusy();
        }
    }
}
