package dev.windfall.delivery.intake;

import dev.windfall.delivery.intake.Intake.Receipt;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Where carriers tell what happens to parcels: `POST /api/v1/carriers/{carrier}/updates`, with a JSON array of updates
/// or one on each line, signed by the rules of Standard Webhooks. What is answered with 202 is stored for good.
@RestController
class UpdatesApi {

    private static final String RETRY_AFTER_S = "5";

    private final Intake intake;

    UpdatesApi(Intake intake) {
        this.intake = intake;
    }

    @PostMapping("/api/v1/carriers/{carrier}/updates")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Receipt take(@PathVariable String carrier, HttpServletRequest request) throws IntakeRefused {
        return intake.take(carrier, new CarrierRequest(request));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> explain(IntakeRefused refused, HttpServletRequest request) {
        HttpStatus status = refused.refusal().status();
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, refused.getMessage());
        problem.setInstance(URI.create(request.getRequestURI()));
        var answer = ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (status == HttpStatus.SERVICE_UNAVAILABLE) {
            answer.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_S);
        }
        return answer.body(problem);
    }
}
