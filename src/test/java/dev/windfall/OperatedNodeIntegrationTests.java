package dev.windfall;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windfall.account.Visitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The packaged program with the settings of an operator who has machines read its log.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OperatedNodeIntegrationTests {

    private static final int HEAP_MB = 256;

    private NodeProcess node;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        node = new NodeProcess(
                folder, TestDatabase.createUrl(), HEAP_MB, Map.of("LOGGING_STRUCTURED_FORMAT_CONSOLE", "ecs"));
        node.awaitReady();
    }

    @AfterAll
    void stop() {
        node.close();
    }

    @Test
    void writesItsLogAsJson() throws IOException {
        Visitor.of(node.uri()).get("/draws");

        List<JsonNode> lines = Files.readAllLines(node.output()).stream()
                .filter(line -> line.startsWith("{"))
                .map(JsonMapper.shared()::readTree)
                .toList();

        assertThat(lines).hasSizeGreaterThan(3).allSatisfy(line -> {
            assertThat(line.path("@timestamp").asString("")).isNotEmpty();
            assertThat(line.path("message").asString("")).isNotEmpty();
        });
        // the first request has the servlet made, which is told
        assertThat(lines)
                .anySatisfy(
                        line -> assertThat(line.path("requestId").asString("")).matches("[0-9a-f]{16}"));
    }

    @Test
    void tellsItsVersionAndItsCommit() throws Exception {
        JsonNode info = JsonMapper.shared()
                .readTree(Visitor.of(node.uri()).get("/actuator/info").body());

        assertThat(info.at("/build/version").asString("")).isNotEmpty();
        if (Files.exists(Path.of(".git"))) {
            String commit = Command.run(Map.of(), "git", "rev-parse", "HEAD").strip();
            assertThat(info.at("/git/commit/id").asString("")).isNotEmpty();
            assertThat(commit).startsWith(info.at("/git/commit/id").asString(""));
        }
    }
}
