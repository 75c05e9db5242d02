package dev.windfall.web;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/// Answers what Tomcat refuses before any page could (a header that is too large, a request line that is none) with a
/// problem document instead of Tomcat's own page.
public class ProblemReportValve extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, @Nullable Throwable throwable) {
        HttpStatus status = HttpStatus.resolve(response.getStatus());
        if (status == null || !status.isError() || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("X-Content-Type-Options", "nosniff");
        try {
            Writer writer = response.getReporter();
            if (writer != null) {
                writer.write("{\"title\":\"%s\",\"status\":%d,\"requestId\":\"%s\"}"
                        .formatted(status.getReasonPhrase(), status.value(), RequestId.of(request)));
                response.finishResponse();
            }
        } catch (IOException e) {
            getContainer().getLogger().debug("A refusal did not reach its client", e);
        }
    }
}
