package dev.windfall.delivery.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.windfall.delivery.DeliverySettings.CarrierSettings;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// How a request is signed, by the rules of Standard Webhooks: HMAC-SHA256 over its id, its time and its body, so that
/// none of them can be exchanged. There may be several signatures, by the carrier's old secret and its new one.
///
/// @param id of the message; the same in each attempt to send it
/// @param time when this attempt was made, in seconds since 1970
record Signature(String id, long time, List<byte[]> signatures) {

    static final String ID = "webhook-id";
    static final String TIME = "webhook-timestamp";
    static final String SIGNATURE = "webhook-signature";

    private static final String ALGORITHM = "HmacSHA256";
    private static final String VERSION = "v1,";
    private static final String SECRET_PREFIX = "whsec_";
    private static final int MAX_SIGNATURES = 5;
    private static final Pattern IDS = Pattern.compile("[!-~]{1,128}");
    private static final Pattern TIMES = Pattern.compile("[0-9]{1,12}");

    /// Empty if it is not signed, or in another way.
    static Optional<Signature> of(@Nullable String id, @Nullable String time, @Nullable String signatures) {
        if (id == null
                || time == null
                || signatures == null
                || !IDS.matcher(id).matches()
                || !TIMES.matcher(time).matches()) {
            return Optional.empty();
        }
        List<byte[]> known = Arrays.stream(signatures.split(" "))
                .limit(MAX_SIGNATURES)
                .filter(signature -> signature.startsWith(VERSION))
                .map(signature -> decoded(signature.substring(VERSION.length())))
                .flatMap(Optional::stream)
                .toList();
        return known.isEmpty() ? Optional.empty() : Optional.of(new Signature(id, Long.parseLong(time), known));
    }

    private static Optional<byte[]> decoded(String base64) {
        try {
            return Optional.of(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// Whether it was made about now.
    boolean isOf(Instant now, Duration tolerance) {
        try {
            return Duration.between(Instant.ofEpochSecond(time), now).abs().compareTo(tolerance) <= 0;
        } catch (DateTimeException | ArithmeticException e) {
            return false;
        }
    }

    /// The signature that proves that the carrier sent this body; empty if none does. It takes as long for a wrong one
    /// as for a right one.
    Optional<byte[]> proof(CarrierSettings carrier, byte[] body) {
        return carrier.secrets().stream()
                .map(secret -> hmac(secret, body))
                .filter(right -> signatures.stream()
                                .filter(given -> MessageDigest.isEqual(given, right))
                                .count()
                        > 0)
                .findFirst();
    }

    private byte[] hmac(String secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            byte[] key = Base64.getDecoder().decode(secret.substring(SECRET_PREFIX.length()));
            mac.init(new SecretKeySpec(key, ALGORITHM));
            mac.update("%s.%d.".formatted(id, time).getBytes(UTF_8));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
