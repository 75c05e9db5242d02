package dev.windfall.prizes.page;

import dev.windfall.prizes.NoSnapshotYet;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

@ControllerAdvice
class PrizesAdvice {

    /// About as long as nodes wait between two looks at the database.
    private static final String RETRY_AFTER_S = "5";

    /// Says that nothing can be shown now, which is not the same as nothing won.
    @ExceptionHandler
    void tellThatNothingIsKnown(NoSnapshotYet nothingKnown, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_S);
        response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }
}
