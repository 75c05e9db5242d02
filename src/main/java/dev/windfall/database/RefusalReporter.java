package dev.windfall.database;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/// Ends a start that the database made impossible with its one sentence instead of a stack trace.
@Order(Ordered.HIGHEST_PRECEDENCE)
final class RefusalReporter implements SpringBootExceptionReporter {

    @Override
    @SuppressWarnings("SystemOut") // standard error is where the sentence belongs, however logging is set up
    public boolean reportException(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DatabaseRefused) {
                System.err.println(cause.getMessage());
                return true;
            }
        }
        return false;
    }
}
