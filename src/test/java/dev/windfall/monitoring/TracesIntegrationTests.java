package dev.windfall.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import dev.windfall.TestDatabase;
import dev.windfall.account.Node;
import dev.windfall.account.Visitor;
import dev.windfall.database.FreePort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Traces go to a real server of OpenTelemetry's protocol, as far as receiving goes. Texts can be read in what it gets.
class TracesIntegrationTests {

    private final List<String> received = new CopyOnWriteArrayList<>();
    private HttpServer collector;

    @BeforeEach
    void collect() throws IOException {
        collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        collector.createContext("/v1/traces", exchange -> {
            received.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        collector.start();
    }

    @AfterEach
    void stop() {
        collector.stop(0);
    }

    @Test
    void areSentToWhoeverWantsThem() {
        try (Node node = tracing(collector.getAddress().getPort())) {
            node.signedIn("7").get("/prizes");
            // an address that names an account, and an exception that names a value
            Visitor clerk = node.signedIn("clerk");
            clerk.get("/admin/accounts/7");
            clerk.get("/admin/accounts/73914628");
            clerk.get("/admin/shipments?wanted=73914628");
            clerk.get("/prizes/months/73914628");
            assertThatExceptionOfType(DataAccessException.class)
                    .isThrownBy(() -> node.bean(JdbcClient.class)
                            .sql("select cast(:secret as integer)")
                            .param("secret", "four thousand")
                            .query(Integer.class)
                            .single());

            await().until(() -> told().contains("http get /prizes")
                    && told().contains("http get /admin/accounts/{")
                    && told().contains("http get /admin/shipments")
                    && told().contains("TracesIntegrationTests."));
            assertThat(told())
                    .as("statements with their names")
                    .contains("JdbcAccountRepository.")
                    .as("nothing that tells who it was")
                    .doesNotContain("/admin/accounts/7", "73914628", "four thousand", "Subscriber 7", Node.PASSWORD);
        }
    }

    @Test
    void areNotMadeUnlessSomebodyWantsThem() {
        try (Node node = Node.on(
                        TestDatabase.createUrl(),
                        endpoint(collector.getAddress().getPort()))
                .withAccounts()) {
            node.signedIn("7").get("/prizes");

            assertThat(node.has("io.micrometer.tracing.otel.bridge.OtelTracer")).isFalse();
        }
        assertThat(received).isEmpty();
    }

    @Test
    void changeNothingForSubscribersWhenNobodyTakesThem() {
        try (Node node = tracing(FreePort.find())) {
            var subscriber = node.signedIn("7");
            for (int i = 0; i < 100; i++) {
                assertThat(subscriber.get("/prizes").statusCode()).isEqualTo(200);
            }
        }
    }

    private static Node tracing(int port) {
        return Node.on(
                        TestDatabase.createUrl(),
                        "spring.profiles.active=tracing",
                        endpoint(port),
                        "management.tracing.sampling.probability=1",
                        "management.opentelemetry.tracing.export.schedule-delay=100ms")
                .withAccounts();
    }

    private static String endpoint(int port) {
        return "management.opentelemetry.tracing.export.otlp.endpoint=http://127.0.0.1:%d/v1/traces".formatted(port);
    }

    private String told() {
        return String.join("\n", received);
    }
}
