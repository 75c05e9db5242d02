package dev.windfall;

import static org.awaitility.Awaitility.await;

import dev.windfall.database.FreePort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/// HAProxy in the very configuration that is shipped, before nodes on this machine.
///
/// @param uri where visitors go
record Balancer(Process process, URI uri) implements AutoCloseable {

    static final Path CONFIGURATION = Path.of("deploy", "haproxy.cfg");

    /// A port on which nobody ever listens.
    private static final int NOBODY = 1;

    private static final int NODES = 3;

    /// @param nodePorts at most three
    /// @param log takes what HAProxy has to say
    static Balancer before(List<Integer> nodePorts, Path log) throws IOException {
        int port = FreePort.find();
        var haproxy = new ProcessBuilder(program().toString(), "-db", "-f", CONFIGURATION.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        haproxy.environment().put("WINDFALL_BIND", "127.0.0.1:" + port);
        for (int node = 0; node < NODES; node++) {
            int nodePort = node < nodePorts.size() ? nodePorts.get(node) : NOBODY;
            haproxy.environment().put("WINDFALL_NODE" + (node + 1), "127.0.0.1:" + nodePort);
        }
        var balancer = new Balancer(haproxy.start(), URI.create("http://127.0.0.1:" + port));
        await().until(() -> listens(port));
        return balancer;
    }

    static Path program() {
        return Requirement.program("haproxy", "haproxy");
    }

    private static boolean listens(int port) {
        try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
