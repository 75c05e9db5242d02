package dev.windfall.prizes.statement;

import com.openhtmltopdf.util.Diagnostic;
import com.openhtmltopdf.util.XRLogger;
import java.util.logging.Level;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the library that sets documents has to say, in the log like all else. By itself it writes lines of its own
/// beside
/// the log, which are no JSON where the log is.
final class LibraryLog implements XRLogger {

    private static final Logger log = LoggerFactory.getLogger(LibraryLog.class);

    @Override
    public void log(String where, Level level, String message) {
        log.debug("{}: {}", where, message);
    }

    @Override
    public void log(String where, Level level, String message, Throwable failure) {
        log.warn("{}: {}", where, message, failure);
    }

    @Override
    public void setLevel(String where, Level level) {
        // the log's own settings count
    }

    @Override
    public boolean isLogLevelEnabled(Diagnostic diagnostic) {
        return log.isDebugEnabled() || diagnostic.hasError();
    }
}
