package dev.windfall.bench.lab;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// The demo on its embedded database, which stays in a folder of its own from one start to the next.
///
/// @param databasePort on the loopback interface
public record DemoLottery(Path folder, int databasePort) {

    private static final String PASSWORD = "demo";

    /// Each takes as long as the check of a password.
    private static final int SUBSCRIBERS = 5;

    public static DemoLottery in(Path folder) throws IOException {
        return new DemoLottery(folder, NodeProcess.freePort());
    }

    public Map<String, String> settings() {
        return Map.of(
                "WINDFALL_DATA_DIR", folder.toString(),
                "WINDFALL_DATABASE_PORT", Integer.toString(databasePort),
                "WINDFALL_SHUTDOWN_DRAIN", "0s");
    }

    /// Of its database, once it was started.
    public String databaseUrl() throws IOException {
        String password = Files.readString(folder.resolve("postgresql").resolve("password"))
                .strip();
        return "jdbc:postgresql://127.0.0.1:%d/windfall?user=windfall&password=%s"
                .formatted(databasePort, URLEncoder.encode(password, StandardCharsets.UTF_8));
    }

    /// Signs in some of its subscribers, as their browsers do.
    public static List<Visitor> signIn(URI site) {
        return IntStream.rangeClosed(1, SUBSCRIBERS)
                .mapToObj(number -> signedIn(site, number))
                .toList();
    }

    private static Visitor signedIn(URI site, int number) {
        var browser = dev.windfall.account.Visitor.of(site);
        browser.signIn(Integer.toString(number), PASSWORD);
        return new Visitor(number, browser.cookies());
    }
}
