package dev.windfall.publishing.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.springframework.util.FileSystemUtils;
import org.springframework.web.multipart.MultipartFile;

/// Uploaded files on disk under the names that they came with, as far as a name is safe; gone when it is closed.
final class UploadedFiles implements AutoCloseable {

    private static final int MAX_NAME_CHARACTERS = 100;

    private final Path folder;
    private int count;

    UploadedFiles() throws IOException {
        folder = Files.createTempDirectory("windfall-import-");
    }

    /// Each file lies in a folder of its own, because several may have the same name.
    Path store(MultipartFile upload) throws IOException {
        Path own = Files.createDirectory(folder.resolve(Integer.toString(count++)));
        Path file = own.resolve(safe(Objects.requireNonNullElse(upload.getOriginalFilename(), "")));
        // as a File it is moved, as a Path it would be copied
        upload.transferTo(file.toFile());
        return file;
    }

    private static String safe(String given) {
        String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        String plain = last.replaceAll("[^A-Za-z0-9._ -]", "_");
        String name = plain.substring(0, Math.min(MAX_NAME_CHARACTERS, plain.length()));
        return name.isBlank() || name.startsWith(".") ? "file" + name.strip() : name;
    }

    @Override
    public void close() throws IOException {
        FileSystemUtils.deleteRecursively(folder);
    }
}
