package dev.windfall.account.session;

import java.security.SecureRandom;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/// A key that cookies are signed with.
///
/// @param id counted up, so that the youngest has the highest
/// @param secret for HMAC with SHA-256, at least 32 bytes
record SigningKey(int id, SecretKey secret) {

    private static final int BYTES = 32;

    SigningKey {
        if (secret.getEncoded().length < BYTES) {
            throw new IllegalArgumentException("a signing key has at least 32 bytes");
        }
    }

    static SigningKey of(int id, byte[] secret) {
        return new SigningKey(id, new SecretKeySpec(secret, "HmacSHA256"));
    }

    static SigningKey first() {
        var secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        return of(1, secret);
    }
}
