package dev.windfall;

import dev.windfall.database.DatabaseRefused;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/// Tells in a sentence why a command could not do its work, and ends it with exit code 1.
final class CommandFailures implements IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, @Nullable ParseResult arguments) {
        PrintWriter err = command.getErr();
        switch (failure) {
            case DataAccessException _, TransactionException _ -> err.println("The database failed: " + root(failure));
            case FileSystemException e -> err.println("A file failed: " + e.getMessage());
            case UncheckedIOException e -> err.println("A file failed: " + e.getMessage());
            case IOException e -> err.println("A file failed: " + e.getMessage());
            case DatabaseOutOfReach e -> err.println(e.getMessage());
            case Exception e when isRefusal(e) -> {
                // told already, while the start was given up
            }
            default -> failure.printStackTrace(err);
        }
        return command.getCommandSpec().exitCodeOnExecutionException();
    }

    private static boolean isRefusal(@Nullable Throwable failure) {
        return failure != null && (failure instanceof DatabaseRefused || isRefusal(failure.getCause()));
    }

    private static Throwable root(Throwable failure) {
        return failure.getCause() == null ? failure : root(failure.getCause());
    }
}
