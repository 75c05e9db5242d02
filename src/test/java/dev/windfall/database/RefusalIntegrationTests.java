package dev.windfall.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windfall.TestDatabase;
import dev.windfall.Windfall;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole program, as somebody sees it who gave it a database that it can't work with.
class RefusalIntegrationTests {

    @TempDir
    private Path directory;

    @Test
    void endsWithOneSentenceWhenTheAddressIsNone() throws Exception {
        assertRefused(
                "jdbc:postgresql://windfall:s3cret@db.example/windfall",
                "SPRING_DATASOURCE_URL is not the address of a PostgreSQL database:"
                        + " it should read jdbc:postgresql://HOST:PORT/DATABASE.");
    }

    @Test
    void endsWithOneSentenceWhenItIsNotLetIn() throws Exception {
        assertRefused(
                TestDatabase.createUrl().replace("user=postgres", "user=stranger&password=s3cret"),
                "The database does not let Windfall in (FATAL: role \"stranger\" does not exist):"
                        + " check SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD.");
    }

    @Test
    void endsWithOneSentenceWhenTheEmbeddedDatabasesPortIsTaken() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertRefused(
                    Map.of("WINDFALL_DATABASE_PORT", String.valueOf(taken.getLocalPort())),
                    "The embedded database can't listen on port %d, something else does:"
                                    .formatted(taken.getLocalPort())
                            + " set WINDFALL_DATABASE_PORT to a free port.");
        }
    }

    private void assertRefused(String url, String sentence) throws IOException, InterruptedException {
        assertRefused(Map.of("SPRING_DATASOURCE_URL", url), sentence);
    }

    private void assertRefused(Map<String, String> settings, String sentence) throws IOException, InterruptedException {
        Path output = directory.resolve("output");
        Path error = directory.resolve("error");
        ProcessBuilder program = ChildJvm.builder(Windfall.class)
                .directory(directory.toFile())
                .redirectOutput(output.toFile())
                .redirectError(error.toFile());
        program.environment().putAll(settings);
        program.environment().put("SERVER_PORT", "0");

        assertThat(program.start().waitFor()).isOne();
        assertThat(error).hasContent(sentence);
        assertThat(Files.readString(output)).doesNotContain("s3cret", "\tat ", "Exception");
    }
}
