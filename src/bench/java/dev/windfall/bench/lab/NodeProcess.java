package dev.windfall.bench.lab;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// A node in a process of its own, listening on the loopback interface.
public final class NodeProcess implements AutoCloseable {

    /// What somebody has set who runs a node of his own is not for those that are measured.
    private static final Pattern SETTING = Pattern.compile("(WINDFALL|SPRING|SERVER|MANAGEMENT|LOGGING)_");

    private static final Duration START = Duration.ofMinutes(10);
    private static final int END_S = 30;

    private final Process process;
    private final URI uri;
    private final long startedNs = System.nanoTime();
    private final Path log;

    private NodeProcess(Process process, URI uri, Path log) {
        this.process = process;
        this.uri = uri;
        this.log = log;
    }

    /// @param command after `java`
    /// @param environment settings; the port is added
    /// @param log for what it says
    public static NodeProcess start(List<String> command, Map<String, String> environment, Path log)
            throws IOException {
        int port = freePort();
        List<String> line = new ArrayList<>();
        line.add(JdkTool.path("java"));
        line.addAll(command);
        var builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.redirectOutput(Files.createDirectories(log.getParent())
                .resolve(log.getFileName())
                .toFile());
        forgetSettings(builder.environment());
        builder.environment().putAll(environment);
        builder.environment().put("SERVER_ADDRESS", "127.0.0.1");
        builder.environment().put("SERVER_PORT", Integer.toString(port));
        var process = builder.start();
        EndWithUs.watch(process);
        return new NodeProcess(process, URI.create("http://127.0.0.1:" + port), log);
    }

    /// Takes settings out of the environment of a process to be started.
    static void forgetSettings(Map<String, String> environment) {
        environment.keySet().removeIf(name -> SETTING.matcher(name).lookingAt());
    }

    /// A port of the loopback interface on which nobody listens now.
    public static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /// Waits until it can serve.
    ///
    /// @return how long that took since its start
    public Duration awaitReady() throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(uri.resolve("/actuator/health/readiness"))
                    .timeout(Duration.ofSeconds(10))
                    .build();
            while (!isReady(client, request)) {
                if (!process.isAlive() || age().compareTo(START) > 0) {
                    throw new IOException("a node did not start, see " + log);
                }
                Thread.sleep(10);
            }
            return age();
        }
    }

    private static boolean isReady(HttpClient client, HttpRequest request) throws InterruptedException {
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private Duration age() {
        return Duration.ofNanos(System.nanoTime() - startedNs);
    }

    public URI uri() {
        return uri;
    }

    public ProcessHandle process() {
        return process.toHandle();
    }

    /// What of its memory is in the machine's, in bytes.
    public long residentBytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/%d/status".formatted(process.pid()))).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) << 10)
                .findFirst()
                .orElseThrow();
    }

    /// Lets it sleep while others are measured.
    public void pause() throws IOException {
        Signal.STOP.sendTo(process.toHandle());
    }

    public void resume() throws IOException {
        Signal.CONT.sendTo(process.toHandle());
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(END_S, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
