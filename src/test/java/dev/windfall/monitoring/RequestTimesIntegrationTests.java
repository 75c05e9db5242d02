package dev.windfall.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windfall.Scrape;
import dev.windfall.TestDatabase;
import dev.windfall.account.Node;
import dev.windfall.database.FreePort;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

class RequestTimesIntegrationTests {

    private static final String REQUESTS = "http_server_requests_seconds_count";

    private static final List<String> LABELS = List.of("exception", "method", "outcome", "status", "uri");

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

    /// Spring's own are taken where there are traces.
    @Test
    void haveTheLabelsOfSpringsOwn() throws Exception {
        Map<String, Map<String, Double>> ours;
        Map<String, Map<String, Double>> springs;

        try (Node node = node()) {
            ours = visit(node);
        }
        try (Node node = node(
                "spring.profiles.active=tracing",
                "management.opentelemetry.tracing.export.otlp.endpoint=http://127.0.0.1:%d/v1/traces"
                        .formatted(FreePort.find()))) {
            springs = visit(node);
        }

        assertThat(ours).isEqualTo(springs);
        assertThat(ours.get("exception")).containsEntry("IllegalStateException", 1.0);
        assertThat(ours.get("status")).containsKeys("200", "302", "404", "500");
        assertThat(ours.get("uri")).containsKeys("/prizes", "/draws/{id:[0-9]{1,9}}", "REDIRECTION");
    }

    @Test
    void countMethodsThatAreNoneAsOne() throws Exception {
        try (Node node = node()) {
            ask(node, "BREW");
            ask(node, "WHEN");

            assertThat(Scrape.of(node).sum(REQUESTS, Map.of("method", "UNKNOWN")))
                    .isEqualTo(2);
            assertThat(Scrape.of(node).values(REQUESTS, "method")).doesNotContain("BREW", "WHEN");
        }
    }

    private static Node node(String... settings) {
        return Node.on(TestDatabase.createUrl(), List.of(Failing.class), settings)
                .withAccounts();
    }

    /// How often each value of each label came.
    private static Map<String, Map<String, Double>> visit(Node node) throws IOException, InterruptedException {
        var subscriber = node.signedIn("7");
        // being asked for figures is one of them
        Scrape.of(node);
        var before = Scrape.of(node);
        for (String path : List.of("/prizes", "/prizes", "/", "/draws/4711", "/draws/failing", "/no-such-page")) {
            subscriber.get(path);
        }
        node.visitor().get("/prizes");
        var after = Scrape.of(node);
        Map<String, Map<String, Double>> more = new TreeMap<>();
        LABELS.forEach(label -> more.put(label, after.difference(before, REQUESTS, label)));
        return more;
    }

    private static void ask(Node node, String method) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            client.send(
                    HttpRequest.newBuilder(node.uri().resolve("/draws"))
                            .method(method, BodyPublishers.noBody())
                            .build(),
                    BodyHandlers.discarding());
        }
    }
}
