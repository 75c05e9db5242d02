package dev.windfall;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.windfall.account.Node;
import dev.windfall.account.Visitor;
import dev.windfall.database.FreePort;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.json.JsonMapper;

/// What `deploy` holds is taken by the programs that it is for.
class DeployIntegrationTests {

    private static final Path DEPLOY = Path.of("deploy");
    private static final Pattern HEALTHCHECK = Pattern.compile("HEALTHCHECK [^\\[]*?CMD (\\[.*])", Pattern.DOTALL);

    @TempDir
    Path folder;

    @Test
    void balancesByAConfigurationThatHaproxyTakes() throws Exception {
        String haproxy = Balancer.program().toString();
        String configuration = Balancer.CONFIGURATION.toString();

        assertThat(Command.run(Map.of(), haproxy, "-c", "-dW", "-f", configuration))
                .contains("Configuration file is valid");
        assertThat(Command.run(
                        Map.of("WINDFALL_CERTIFICATE", certificate(), "WINDFALL_BALANCER_USER", "nobody"),
                        haproxy,
                        "-c",
                        "-dW",
                        "-f",
                        configuration))
                .contains("Configuration file is valid");
    }

    @Test
    void keepsProbesAndFiguresFromThePublic() throws Exception {
        try (var node = Node.on(TestDatabase.createUrl());
                var balancer = Balancer.before(List.of(node.uri().getPort()), folder.resolve("log"))) {
            await().atMost(Duration.ofSeconds(30)).until(() -> status(balancer, "/draws") == 200);

            assertThat(node.visitor().get("/actuator/prometheus").statusCode()).isEqualTo(200);
            for (String path :
                    List.of("/actuator/prometheus", "/%61ctuator/prometheus", "/actuator/health/readiness")) {
                assertThat(status(balancer, path)).as(path).isEqualTo(404);
            }
        }
    }

    /// Whose dashboard would otherwise be now that of one node and now that of another.
    @Test
    void keepsStaffAtOneNode() throws Exception {
        String database = TestDatabase.createUrl();
        try (var first = Node.on(database).withAccounts();
                var second = Node.on(database);
                var balancer = Balancer.before(
                        List.of(first.uri().getPort(), second.uri().getPort()), folder.resolve("log"))) {
            await().atMost(Duration.ofSeconds(30)).until(() -> status(balancer, "/draws") == 200);
            Visitor clerk = Visitor.of(balancer.uri());
            clerk.signIn("clerk", Node.PASSWORD);
            clerk.get("/admin/dashboard");
            String node = clerk.cookie("windfall-node");

            assertThat(node).matches("node[12]");
            for (int i = 0; i < 10; i++) {
                clerk.get("/admin/dashboard");
            }

            double other = Scrape.of(node.equals("node1") ? second : first)
                    .sum("http_server_requests_seconds_count", Map.of("uri", "/admin/dashboard"));
            assertThat(other).isZero();
        }
    }

    @Test
    void runsAsAUnitThatSystemdTakes() throws Exception {
        String analyze = Requirement.program("systemd-analyze", "systemd").toString();
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Path unit = Files.writeString(
                folder.resolve("windfall.service"),
                Files.readString(DEPLOY.resolve("windfall.service")).replace("/usr/bin/java", java.toString()));

        assertThat(Command.run(Map.of(), analyze, "verify", "--man=no", unit.toString()))
                .isEmpty();
        // exposure in tenths: systemd calls all below 5.0 "OK" or better
        Command.run(Map.of(), analyze, "security", "--offline=true", "--threshold=20", unit.toString());
    }

    /// By the commands of the image's build, in their order, and then by those of the image.
    @Test
    void startsInTheImageFromItsCache() throws Exception {
        String image = Files.readString(DEPLOY.resolve("Containerfile"));
        shell(commandIn(image, "java -Djarmode=tools.* extracted"), folder);
        shell(commandIn(image, "rm extracted.*"), folder);
        Path home = Files.createDirectory(folder.resolve("image"));
        shell("cp -r --preserve=timestamps ../extracted/dependencies/. ../extracted/application/. .", home);
        shell(commandIn(image, "SPRING_DATASOURCE_URL=.*\\n.*AOTCacheOutput.*"), home);

        String[] entrypoint =
                JsonMapper.builder().build().readValue(commandIn(image, "(?<=ENTRYPOINT )\\[.*]"), String[].class);

        assertThat(shell(onlyFromTheCache(String.join(" ", entrypoint)), home)).contains("Windfall ");
    }

    @Test
    void startsUnderSystemdFromItsCache() throws Exception {
        String guide = Files.readString(DEPLOY.resolve("README.md"));
        shell(installed(commandIn(guide, "java -Djarmode=tools.*")), folder);
        shell(installed(commandIn(guide, ".*AOTCacheOutput.*")), folder);

        String unit = Files.readString(DEPLOY.resolve("windfall.service"));
        String start = installed(commandIn(unit, "(?<=ExecStart=/usr/bin/)java.*(?= serve)"));

        assertThat(shell(onlyFromTheCache(start), folder)).contains("Windfall ");
    }

    @Test
    void worksUnderTheRoleAndTheSettingsOfTheServer() throws Exception {
        String psql = Requirement.program("psql", "postgresql-client").toString();
        Path password = Files.writeString(folder.resolve("password"), "it's a secret\n");
        try (EmbeddedPostgres server = serverWithSettings()) {
            JdbcClient jdbc = JdbcClient.create(server.getPostgresDatabase());
            assertThat(jdbc.sql("show work_mem").query(String.class).single()).isEqualTo("64MB");
            Command.run(
                    Map.of("WINDFALL_PASSWORD_FILE", password.toString()),
                    psql,
                    "--host=127.0.0.1",
                    "--port=" + server.getPort(),
                    "--username=postgres",
                    "--file=" + DEPLOY.resolve("postgresql/role.sql"),
                    "postgres");

            try (var node = Node.on(server.getJdbcUrl("windfall", "windfall"))) {
                await().atMost(Duration.ofSeconds(30))
                        .until(() ->
                                node.visitor().get("/actuator/health/readiness").statusCode() == 200);
            }
        }
    }

    @Test
    void tellsTheContainersEngineWhetherTheNodeLives() throws Exception {
        try (var node = Node.on(TestDatabase.createUrl())) {
            assertThat(exitCode(healthcheck(node.uri().getPort()))).isZero();
        }
        assertThat(exitCode(healthcheck(FreePort.find()))).isNotZero();
    }

    @Test
    @SuppressWarnings("unchecked")
    void opensNothingToOtherMachines() throws IOException {
        Map<String, Object> compose = new Yaml().load(Files.readString(DEPLOY.resolve("compose.yaml")));
        var services = (Map<String, Map<String, Object>>) requireNonNull(compose.get("services"));

        assertThat(services).containsOnlyKeys("postgres", "node1", "node2", "node3", "balancer");
        assertThat(services.values().stream()
                        .flatMap(service -> ((List<String>) service.getOrDefault("ports", List.of())).stream()))
                .isNotEmpty()
                .allMatch(port -> port.startsWith("127.0.0.1:"));
        assertThat(services.get("node1")).isEqualTo(services.get("node2")).isEqualTo(services.get("node3"));
    }

    private static String commandIn(String file, String pattern) {
        var found = Pattern.compile(pattern).matcher(file);
        assertThat(found.find()).as(pattern).isTrue();
        return found.group();
    }

    private String installed(String command) {
        return command.replace("/opt/windfall", folder.resolve("windfall").toString());
    }

    /// Otherwise the JVM would start without a cache that doesn't fit.
    private static String onlyFromTheCache(String command) {
        return "JDK_JAVA_OPTIONS=-XX:AOTMode=on " + command + " --version";
    }

    /// With the Java of the tests, and their jar.
    private static String shell(String command, Path directory) throws Exception {
        Path jar = PackagedProgram.JAR.toAbsolutePath();
        return Command.run(
                Map.of("PATH", Path.of(System.getProperty("java.home"), "bin") + ":" + System.getenv("PATH")),
                "bash",
                "-ec",
                "cd '%s'; %s"
                        .formatted(directory.toAbsolutePath(), command.replace("target/windfall.jar", jar.toString())));
    }

    private static EmbeddedPostgres serverWithSettings() throws IOException {
        Path settings = DEPLOY.resolve("postgresql/windfall.conf").toAbsolutePath();
        return EmbeddedPostgres.builder()
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setServerConfig("config_file", settings.toString())
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("max_connections", "100")
                .start();
    }

    /// The command of the image's health check, for a node that listens on this port.
    private static ProcessBuilder healthcheck(int port) throws IOException {
        var found = HEALTHCHECK.matcher(Files.readString(DEPLOY.resolve("Containerfile")));
        assertThat(found.find()).isTrue();
        var check = new ProcessBuilder(List.of(JsonMapper.builder().build().readValue(found.group(1), String[].class)));
        check.environment().put("SERVER_PORT", Integer.toString(port));
        return check;
    }

    private String certificate() throws Exception {
        String openssl = Requirement.program("openssl", "openssl").toString();
        Path key = folder.resolve("key.pem");
        Path certificate = folder.resolve("certificate.pem");
        String command = openssl + " req -x509 -newkey rsa:2048 -nodes -days 1 -subj /CN=localhost -keyout " + key
                + " -out " + certificate;
        Command.run(Map.of(), command.split(" ", -1));
        return Files.writeString(folder.resolve("both.pem"), Files.readString(key) + Files.readString(certificate))
                .toString();
    }

    private static int status(Balancer balancer, String path) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            URI uri = URI.create(balancer.uri() + path);
            return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding())
                    .statusCode();
        }
    }

    private static int exitCode(ProcessBuilder command) throws Exception {
        return command.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
