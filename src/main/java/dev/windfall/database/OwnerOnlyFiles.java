package dev.windfall.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/// The embedded database's directory, which nobody but its owner may look into.
///
/// @param directory with its links resolved, so that every process that uses it calls it by the same name
record OwnerOnlyFiles(Path directory) {

    static final String PASSWORD = "password";

    private static final int PASSWORD_BYTES = 24;

    /// @throws DatabaseRefused where files can't be kept from others that way
    static OwnerOnlyFiles in(Path directory) throws IOException {
        if (!directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            throw new DatabaseRefused("The embedded database needs Linux or macOS:"
                    + " set SPRING_DATASOURCE_URL to the address of a PostgreSQL database.");
        }
        return new OwnerOnlyFiles(
                Files.createDirectories(directory, permissions("rwx------")).toRealPath());
    }

    Path path(String name) {
        return directory.resolve(name);
    }

    /// The password of the role that Windfall works under, made up on the first call.
    String password() throws IOException {
        Path file = path(PASSWORD);
        if (Files.notExists(file)) {
            write(file, randomPassword());
        }
        return Files.readString(file);
    }

    /// Whole or not at all, lest a process that was killed leaves half a password.
    private static void write(Path file, String content) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        Files.deleteIfExists(unfinished);
        try (var channel = Files.newByteChannel(
                unfinished,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                permissions("rw-------"))) {
            channel.write(StandardCharsets.UTF_8.encode(content));
        }
        Files.move(unfinished, file);
    }

    private static String randomPassword() {
        byte[] bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().encodeToString(bytes);
    }

    private static FileAttribute<?> permissions(String permissions) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
    }
}
