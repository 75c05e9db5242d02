package dev.windfall.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windfall.TestDatabase;
import dev.windfall.account.Node;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

@ExtendWith(OutputCaptureExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RequestIdIntegrationTests {

    private static final String HEADER = "X-Request-Id";
    private static final String GIVEN = "b1f2c3d4-0000-4000-8000-00000000abcd";

    private final Node node =
            Node.on(TestDatabase.createUrl(), List.of(Failing.class)).withAccounts();

    /// What only this test has.
    static final class Failing {

        @Bean
        RouterFunction<ServerResponse> failing() {
            return RouterFunctions.route()
                    .GET("/draws/failing", _ -> {
                        throw new IllegalStateException("provoked");
                    })
                    .build();
        }
    }

    @AfterAll
    void stop() {
        node.close();
    }

    @Test
    void namesEachRequestAnew() {
        String first = id(node.visitor().get("/login"));

        assertThat(first).matches("[0-9a-f]{16}").isNotEqualTo(id(node.visitor().get("/login")));
    }

    @Test
    void followsTheLoadBalancer() {
        assertThat(id(node.visitor().with(HEADER, GIVEN).get("/login"))).isEqualTo(GIVEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0123", "subscriber-4711", "<script>alert(1)</script>", "with blanks in it", "äöü-äöü-äöü"})
    void takesNoNameThatCouldDoHarm(String name) {
        assertThat(id(node.visitor().with(HEADER, name).get("/login"))).matches("[0-9a-f]{16}");
    }

    @Test
    void tellsItToWhoGetsAnErrorPage() {
        HttpResponse<String> page = node.visitor()
                .with("Accept", "text/html")
                .with("Accept-Language", "nl")
                .get("/draws/999999");

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("Noem dit verzoek als u ons om hulp vraagt: " + id(page));
    }

    @Test
    void tellsItToProgramsWithTheProblem() {
        HttpResponse<String> problem = node.visitor().get("/api/v1/draws/999999");

        assertThat(problem.statusCode()).isEqualTo(404);
        assertThat(problem.body()).contains("\"requestId\":\"%s\"".formatted(id(problem)));
    }

    @Test
    void tellsItInTheLog(CapturedOutput output) {
        HttpResponse<String> failed = node.visitor().get("/draws/failing");

        assertThat(failed.statusCode()).isEqualTo(500);
        assertThat(output.toString().lines())
                .anyMatch(line -> line.contains("[" + id(failed) + "]") && line.contains("provoked"));
    }

    private static String id(HttpResponse<String> response) {
        return response.headers().firstValue(HEADER).orElseThrow();
    }
}
