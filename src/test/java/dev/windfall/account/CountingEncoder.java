package dev.windfall.account;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/// Hashes in no time, by putting `hash of` before the password, and counts the comparisons.
public final class CountingEncoder implements PasswordEncoder {

    private final AtomicInteger matches = new AtomicInteger();

    private final AtomicInteger hashes = new AtomicInteger();

    private boolean failing;

    public int matches() {
        return matches.get();
    }

    public int hashes() {
        return hashes.get();
    }

    /// Lets the next comparison fail.
    public void failOnce() {
        failing = true;
    }

    @Override
    public String encode(@Nullable CharSequence password) {
        hashes.incrementAndGet();
        return hashOf(password);
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
        matches.incrementAndGet();
        if (failing) {
            failing = false;
            throw new IllegalStateException("can't compare now");
        }
        return hashOf(password).equals(hash);
    }

    private static String hashOf(@Nullable CharSequence password) {
        return "hash of " + password;
    }
}
