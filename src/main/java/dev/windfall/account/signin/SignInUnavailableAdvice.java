package dev.windfall.account.signin;

import dev.windfall.account.PasswordHashesBusy;
import dev.windfall.account.session.SessionsNotKnown;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/// A sign-in that has to wait is told so. It never looks like a wrong password.
@ControllerAdvice("dev.windfall.account")
class SignInUnavailableAdvice {

    private static final Logger log = LoggerFactory.getLogger(SignInUnavailableAdvice.class);

    @ExceptionHandler({PasswordHashesBusy.class, SessionsNotKnown.class})
    void sayUnavailable(Exception cause, HttpServletResponse response) throws IOException {
        log.warn("Nobody can sign in just now: {}", cause.getMessage());
        response.setHeader(HttpHeaders.RETRY_AFTER, "10");
        response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }
}
