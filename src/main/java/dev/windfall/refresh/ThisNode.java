package dev.windfall.refresh;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.UUID;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// This run of this node, as the others know it.
@Component
class ThisNode {

    private final UUID id = UUID.randomUUID();
    private final long startedNanos = System.nanoTime();
    private final RefreshSettings settings;
    private final Environment environment;
    private final String host = host();

    ThisNode(RefreshSettings settings, Environment environment) {
        this.settings = settings;
        this.environment = environment;
    }

    /// Another one after each start, so that nobody takes an old run's row for this one's.
    UUID id() {
        return id;
    }

    /// By which staff recognise it.
    String name() {
        return settings.nodeName().isBlank()
                ? host + ":" + environment.getProperty("local.server.port", "0")
                : settings.nodeName();
    }

    /// How long it has been running, whatever day a rehearsal makes of it.
    Duration uptime() {
        return Duration.ofNanos(System.nanoTime() - startedNanos);
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException _) {
            return "localhost";
        }
    }
}
