package dev.windfall.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A file that a version came from, so that it can be told later which one it was.
///
/// @param sha256 of its bytes, in hexadecimal
public record FileDigest(String name, String sha256) {

    /// @throws IOException if the file can't be read
    public static FileDigest of(Path file) throws IOException {
        try (var bytes = digesting(Files.newInputStream(file))) {
            return new FileDigest(file.getFileName().toString(), digestOfAll(bytes));
        }
    }

    static DigestInputStream digesting(InputStream in) {
        try {
            return new DigestInputStream(in, MessageDigest.getInstance("SHA-256"));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /// In hexadecimal, of what was read and of what is left, which is read now.
    static String digestOfAll(DigestInputStream bytes) throws IOException {
        bytes.transferTo(OutputStream.nullOutputStream());
        return HexFormat.of().formatHex(bytes.getMessageDigest().digest());
    }
}
