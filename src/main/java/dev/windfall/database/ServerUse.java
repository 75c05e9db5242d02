package dev.windfall.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// Which processes use the embedded server, told by locks on one file: the system drops the locks of a process that
/// is killed, so that nobody counts who is no more.
///
/// One byte of the file is locked by whoever starts or stops the server, another is shared by all who use it. Who can
/// have the second for himself alone is the last one.
final class ServerUse implements AutoCloseable {

    private static final long TURN = 0;
    private static final long USE = 1;

    private final FileChannel channel;
    private @Nullable FileLock shared;

    private ServerUse(FileChannel channel) {
        this.channel = channel;
    }

    static ServerUse of(Path file) throws IOException {
        return new ServerUse(
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE));
    }

    /// Waits until no other process starts or stops the server, and keeps them waiting until it is closed.
    FileLock turn() throws IOException {
        return channel.lock(TURN, 1, false);
    }

    void begin() throws IOException {
        shared = channel.lock(USE, 1, true);
    }

    /// @return whether nobody uses the server any more
    boolean end() throws IOException {
        if (shared != null) {
            shared.release();
        }
        try (FileLock alone = channel.tryLock(USE, 1, false)) {
            return alone != null;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
