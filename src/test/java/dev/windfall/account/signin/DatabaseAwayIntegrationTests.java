package dev.windfall.account.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windfall.TestDatabase;
import dev.windfall.account.Node;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class DatabaseAwayIntegrationTests {

    @Test
    void keepsWhoIsSignedInAndTellsOthersToComeBack() {
        var database = TestDatabase.createUrl();
        try (var node = Node.on(database).withAccounts()) {
            var subscriber = node.signedIn("1");
            var leaving = node.signedIn("2");

            drop(database);

            assertThat(subscriber.isSignedIn()).isTrue();
            var response = node.visitor().signIn("3", Node.PASSWORD);
            assertThat(response.statusCode()).isEqualTo(503);
            assertThat(response.headers().firstValue("Retry-After")).isPresent();
            assertThat(leaving.signOut().statusCode()).isEqualTo(302);
            assertThat(leaving.isSignedIn()).isFalse();
        }
    }

    private static void drop(String url) {
        JdbcClient.create(TestDatabase.create())
                .sql("drop database %s with (force)".formatted(nameIn(url)))
                .update();
    }

    private static String nameIn(String url) {
        return url.substring(url.lastIndexOf('/') + 1).split("\\?", 2)[0];
    }
}
