package dev.windfall.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;

/// A deed as it stands in the trail.
///
/// @param id counted from 1 without a gap
/// @param at by the database's clock, to the millisecond
/// @param previousHash the hash of the entry before, zeros for the first
/// @param hash as the entry has it; [#computedHash()] says what it ought to be
record AuditEntry(long id, Instant at, Deed deed, String previousHash, String hash) {

    private static final DateTimeFormatter MILLISECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    /// SHA-256 over the entry's fields and the hash before, put together as the migration that makes the table says.
    String computedHash() {
        String text = String.join(
                "\n",
                previousHash,
                Long.toString(id),
                MILLISECONDS.format(at),
                deed.actor(),
                deed.action().name(),
                deed.drawNumber().orElse(""),
                deed.drawVersion().isPresent()
                        ? Integer.toString(deed.drawVersion().getAsInt())
                        : "",
                deed.details());
        return HexFormat.of().formatHex(sha256().digest(text.getBytes(UTF_8)));
    }

    /// The draw's version as text; empty where there is none.
    public String version() {
        return deed.drawVersion().isPresent()
                ? Integer.toString(deed.drawVersion().getAsInt())
                : "";
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
