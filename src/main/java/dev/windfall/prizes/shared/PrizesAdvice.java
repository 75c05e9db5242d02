package dev.windfall.prizes.shared;

import dev.windfall.prizes.ArchiveBusy;
import dev.windfall.prizes.NoSnapshotYet;
import dev.windfall.prizes.SnapshotTooLarge;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

@ControllerAdvice
class PrizesAdvice {

    private static final Logger log = LoggerFactory.getLogger(PrizesAdvice.class);

    /// About as long as nodes wait between two looks at the database.
    private static final String RETRY_AFTER_S = "5";

    /// Says that nothing can be shown now, which is not the same as nothing won.
    @ExceptionHandler
    void tellThatNothingIsKnown(NoSnapshotYet nothingKnown, HttpServletResponse response) throws IOException {
        tellToComeBack(response);
    }

    /// An earlier month has more winners than there is room for now.
    @ExceptionHandler
    void tellThatThereIsNoRoom(SnapshotTooLarge tooLarge, HttpServletResponse response) throws IOException {
        log.warn("An earlier month can't be shown: {}", tooLarge.getMessage());
        tellToComeBack(response);
    }

    @ExceptionHandler
    void tellThatTooManyLookBack(ArchiveBusy busy, HttpServletResponse response) throws IOException {
        tellToComeBack(response);
    }

    private static void tellToComeBack(HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_S);
        response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }
}
