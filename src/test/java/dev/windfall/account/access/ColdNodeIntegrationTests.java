package dev.windfall.account.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windfall.account.Node;
import dev.windfall.database.FreePort;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A node whose database can't be reached since it started.
class ColdNodeIntegrationTests {

    private static Node node;

    @BeforeAll
    static void start() throws IOException {
        node = Node.on("jdbc:postgresql://127.0.0.1:" + FreePort.find() + "/windfall");
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/prizes", "/api/v1/prizes", "/account", "/admin", "/login"})
    void saysThatNothingPersonalCanBeShownNow(String path) {
        var response = node.visitor().withCookie("windfall-session", "whatever").get(path);

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void saysSoToWhoSendsAFormToo() {
        assertThat(node.visitor().post("/login", "", "username", "1").statusCode())
                .isEqualTo(503);
    }

    @Test
    void isAliveNevertheless() {
        assertThat(node.visitor().get("/actuator/health/liveness").statusCode()).isEqualTo(200);
        assertThat(node.visitor().get("/assets/windfall.css").statusCode()).isEqualTo(200);
    }
}
