package dev.windfall.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.windfall.TestDatabase;
import dev.windfall.account.Node;
import dev.windfall.account.Visitor;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ShutdownIntegrationTests {

    @Test
    void servesOnUntilLoadBalancersHaveNoticed() throws Exception {
        var node = Node.on(TestDatabase.createUrl(), "windfall.shutdown.drain=3s");
        awaitReady(node);
        Visitor visitor = node.visitor();

        Thread ending = Thread.ofVirtual().start(node::close);

        await().atMost(Duration.ofSeconds(2))
                .untilAsserted(() -> assertThat(status(visitor, "/actuator/health/readiness"))
                        .isEqualTo(503));
        assertThat(status(visitor, "/draws")).isEqualTo(200);
        assertThat(status(visitor, "/actuator/health/liveness")).isEqualTo(200);
        assertThat(ending.join(Duration.ofSeconds(30))).isTrue();
    }

    @Test
    void finishesTheRequestsThatAreUnderWay() throws Exception {
        var node = Node.on(TestDatabase.createUrl());
        awaitReady(node);
        Visitor visitor = node.visitor();
        String form = "username=1&password=wrong&_csrf=" + visitor.formToken("/login");
        try (var request =
                        new Socket(InetAddress.getLoopbackAddress(), node.uri().getPort());
                var answer = new BufferedReader(new InputStreamReader(request.getInputStream(), US_ASCII))) {
            send(request, """
                    POST /login HTTP/1.1\r
                    Host: localhost\r
                    Cookie: windfall-form=%s\r
                    Expect: 100-continue\r
                    Content-Type: application/x-www-form-urlencoded\r
                    Content-Length: %d\r
                    \r
                    """.formatted(visitor.cookie("windfall-form"), form.length()));
            assertThat(answer.readLine()).as("once the body is read").startsWith("HTTP/1.1 100");
            assertThat(answer.readLine()).isEmpty();

            Thread ending = Thread.ofVirtual().start(node::close);
            await().until(() -> refusesConnections(node.uri()));
            assertThat(ending.isAlive()).isTrue();
            send(request, form);

            assertThat(answer.readLine()).startsWith("HTTP/1.1 401");
            assertThat(ending.join(Duration.ofSeconds(30))).isTrue();
        }
    }

    private static void awaitReady(Node node) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(status(node.visitor(), "/actuator/health/readiness"))
                        .isEqualTo(200));
    }

    private static int status(Visitor visitor, String path) {
        return visitor.get(path).statusCode();
    }

    private static void send(Socket request, String text) throws IOException {
        request.getOutputStream().write(text.getBytes(US_ASCII));
        request.getOutputStream().flush();
    }

    private static boolean refusesConnections(URI node) {
        try (var _ = new Socket(InetAddress.getLoopbackAddress(), node.getPort())) {
            return false;
        } catch (IOException refused) {
            return true;
        }
    }
}
