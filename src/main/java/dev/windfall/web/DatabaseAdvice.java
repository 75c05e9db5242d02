package dev.windfall.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/// What needs the database says "later" while it is away.
@ControllerAdvice
class DatabaseAdvice {

    private static final Logger log = LoggerFactory.getLogger(DatabaseAdvice.class);
    private static final String RETRY_AFTER_S = "10";

    @ExceptionHandler({
        DataAccessResourceFailureException.class,
        TransientDataAccessException.class,
        CannotCreateTransactionException.class,
        TransactionSystemException.class
    })
    void tellToComeBack(Exception unavailable, HttpServletResponse response) throws IOException {
        log.warn("A request failed because the database is away: {}", unavailable.getMessage());
        log.debug("It failed here", unavailable);
        response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_S);
        response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }
}
