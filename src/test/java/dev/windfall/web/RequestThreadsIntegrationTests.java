package dev.windfall.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windfall.TestDatabase;
import dev.windfall.account.Node;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

class RequestThreadsIntegrationTests {

    /// What only this test has.
    static final class Telling {

        @Bean
        RouterFunction<ServerResponse> telling() {
            return RouterFunctions.route()
                    .GET(
                            "/draws/thread",
                            _ -> ServerResponse.ok().body(Thread.currentThread().isVirtual() ? "virtual" : "platform"))
                    .build();
        }
    }

    /// On virtual ones a node that had just been started could hang for good (decision 16). That came about too seldom
    /// to be waited for here.
    @Test
    void arePlatformThreads() {
        try (Node node = Node.on(TestDatabase.createUrl(), List.of(Telling.class))) {
            assertThat(node.visitor().get("/draws/thread").body()).isEqualTo("platform");
        }
    }
}
