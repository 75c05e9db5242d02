package dev.windfall.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windfall.TestDatabase;
import dev.windfall.account.Node;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.FileSystemUtils;

/// Pages that fail at their end, with more before it than any buffer holds.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FailingPagesIntegrationTests {

    private static final String LONG_AND_FAILING =
            "<p th:text=\"${#strings.repeat('half ', 100000)}\">Half</p><p th:text=\"${nothing.there()}\">Fails</p></main>";

    private Node node;

    @BeforeAll
    void breakTemplates(@TempDir Path folder) throws IOException {
        FileSystemUtils.copyRecursively(Path.of("templates"), folder);
        breakIn(folder.resolve("prizes/prizes.html"));
        breakIn(folder.resolve("prizes/draws.html"));
        node = Node.on(TestDatabase.createUrl(), "spring.thymeleaf.prefix=file:" + folder + "/")
                .withAccounts();
    }

    @AfterAll
    void close() {
        node.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/prizes", "/draws"})
    void areNotSentByHalf(String path) {
        var answer = node.signedIn("1").with("Accept", "text/html").get(path);

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/html;charset=UTF-8");
        assertThat(answer.body())
                .contains("<h1", "</html>")
                .doesNotContain("half half")
                .containsOnlyOnce("<html");
    }

    private static void breakIn(Path template) throws IOException {
        Files.writeString(template, Files.readString(template).replace("</main>", LONG_AND_FAILING));
    }
}
