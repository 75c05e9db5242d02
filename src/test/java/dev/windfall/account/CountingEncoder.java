package dev.windfall.account;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/// Hashes in no time, by putting `hash of` before the password, and counts the comparisons.
public final class CountingEncoder implements PasswordEncoder {

    private final AtomicInteger matches = new AtomicInteger();

    private boolean failing;

    public int matches() {
        return matches.get();
    }

    /// Lets the next comparison fail.
    public void failOnce() {
        failing = true;
    }

    @Override
    public String encode(@Nullable CharSequence password) {
        return "hash of " + password;
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
        matches.incrementAndGet();
        if (failing) {
            failing = false;
            throw new IllegalStateException("can't compare now");
        }
        return encode(password).equals(hash);
    }
}
