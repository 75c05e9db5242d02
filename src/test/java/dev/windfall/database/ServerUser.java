package dev.windfall.database;

import java.io.IOException;
import java.nio.file.Path;

/// A process that uses the embedded server until its standard input ends.
final class ServerUser {

    static final String USING = "using";

    private ServerUser() {}

    /// @param arguments the data directory and the port
    static void main(String[] arguments) throws IOException {
        var settings = new DatabaseSettings(
                Path.of(arguments[0]), new DatabaseSettings.Server(Integer.parseInt(arguments[1])));
        try (var _ = EmbeddedServer.start(settings)) {
            System.out.println(USING);
            while (System.in.read() >= 0) {
                // nothing is said
            }
        }
    }
}
