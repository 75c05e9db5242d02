package dev.windfall.account;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/// Hashes in no time, by putting `hash of` before the password, and counts the comparisons.
public final class CountingEncoder implements PasswordEncoder {

    private final AtomicInteger matches = new AtomicInteger();

    public int matches() {
        return matches.get();
    }

    @Override
    public String encode(@Nullable CharSequence password) {
        return "hash of " + password;
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
        matches.incrementAndGet();
        return encode(password).equals(hash);
    }
}
