package dev.windfall.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalInt;

/// A deed as it stands in the trail.
///
/// @param id counted from 1 without a gap
/// @param at by the database's clock, to the millisecond
/// @param action as it is written there: a newer release may know more of them, and who tampers makes some up
/// @param previousHash the hash of the entry before, zeros for the first
/// @param hash as the entry has it; [#computedHash()] says what it ought to be
record AuditEntry(
        long id,
        Instant at,
        String actor,
        String action,
        Optional<String> drawNumber,
        OptionalInt drawVersion,
        String details,
        String previousHash,
        String hash) {

    private static final DateTimeFormatter MILLISECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    /// SHA-256 over the entry's fields and the hash before, put together as the migration that makes the table says.
    String computedHash() {
        String text = String.join(
                "\n",
                previousHash,
                Long.toString(id),
                time(),
                actor,
                action,
                drawNumber.orElse(""),
                version(),
                details);
        return HexFormat.of().formatHex(sha256().digest(text.getBytes(UTF_8)));
    }

    /// When it was, as the hash has it: in UTC, always with three digits after the second.
    String time() {
        return MILLISECONDS.format(at);
    }

    /// The draw's version as text; empty where there is none.
    public String version() {
        return drawVersion.isPresent() ? Integer.toString(drawVersion.getAsInt()) : "";
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
