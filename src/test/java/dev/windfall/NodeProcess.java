package dev.windfall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.windfall.account.Visitor;
import dev.windfall.database.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A node as operators run it: the packaged program in a process of its own, here on a port of the loopback interface.
/// It may be ended and started again, on the same port.
final class NodeProcess implements AutoCloseable {

    /// A day on which the draws of these tests show.
    static final String TODAY = "2026-11-20";

    private static final Duration START = Duration.ofMinutes(3);
    private static final int MAX_END_S = 60;

    private final Path folder;
    private final String databaseUrl;
    private final int heapMegabytes;
    private final Map<String, String> further;
    private final int port = FreePort.find();
    private Process process;
    private int starts;

    /// @param folder for what the process says
    NodeProcess(Path folder, String databaseUrl) throws IOException {
        this(folder, databaseUrl, 256);
    }

    NodeProcess(Path folder, String databaseUrl, int heapMegabytes) throws IOException {
        this(folder, databaseUrl, heapMegabytes, Map.of());
    }

    /// @param further settings, as environment variables
    NodeProcess(Path folder, String databaseUrl, int heapMegabytes, Map<String, String> further) throws IOException {
        this.folder = folder;
        this.databaseUrl = databaseUrl;
        this.heapMegabytes = heapMegabytes;
        this.further = Map.copyOf(further);
        this.process = start();
    }

    int port() {
        return port;
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + port);
    }

    Process process() {
        return process;
    }

    void awaitReady() {
        await().atMost(START)
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(() -> assertThat(status("/actuator/health/readiness"))
                        .as(() -> "%s, see %s".formatted(process.isAlive() ? "alive" : "ended", folder))
                        .isEqualTo(200));
    }

    /// What it answers; 0 if it doesn't.
    int status(String path) {
        try {
            return Visitor.of(uri()).get(path).statusCode();
        } catch (UncheckedIOException noAnswer) {
            return 0;
        }
    }

    /// By SIGTERM.
    ///
    /// @return its exit code
    int end() throws InterruptedException {
        process.destroy();
        assertThat(process.waitFor(MAX_END_S, TimeUnit.SECONDS)).as("it ends").isTrue();
        return process.exitValue();
    }

    void startAgain() throws IOException {
        process = start();
    }

    private Process start() throws IOException {
        starts++;
        Map<String, String> settings = new HashMap<>(further);
        settings.putAll(Map.of(
                "SPRING_DATASOURCE_URL",
                databaseUrl,
                "SERVER_ADDRESS",
                "127.0.0.1",
                "SERVER_PORT",
                Integer.toString(port),
                "WINDFALL_DEMO",
                "false",
                "WINDFALL_LOTTERY_REHEARSAL_DATE",
                TODAY));
        return new PackagedProgram(folder, settings, List.of("-Xmx%dm".formatted(heapMegabytes)))
                .start(output(), folder.resolve(name() + ".err"));
    }

    /// What it has said since it was started last.
    Path output() {
        return folder.resolve(name() + ".out");
    }

    private String name() {
        return "node-%d-%d".formatted(port, starts);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
