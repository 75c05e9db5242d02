package dev.windfall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.windfall.account.Node;
import dev.windfall.account.Visitor;
import dev.windfall.notice.Mailbox;
import dev.windfall.simulator.carrier.Carrier;
import dev.windfall.simulator.carrier.CodeServer;
import dev.windfall.simulator.carrier.CodeServer.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The dashboard and the alerts under `deploy/monitoring` ask for figures that a node really tells.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MonitoringFilesIntegrationTests {

    private static final Path FOLDER = Path.of("deploy", "monitoring");
    private static final Pattern METRIC = Pattern.compile("\\b([a-z]+(?:_[a-z]+)+)\\{([^}]*)}");
    private static final Pattern LABEL = Pattern.compile("(\\w+)\\s*(=~|!=|!~|=)\\s*\"([^\"]*)\"");

    private static final Pattern BY = Pattern.compile("\\bby \\(([^)]*)\\)");

    /// What Prometheus adds by itself.
    private static final Set<String> ADDED_LABELS = Set.of("job", "instance");

    /// What no test should have to see happen.
    private static final Set<String> RARE = Set.of("5..", "FAILED");

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private final Mailbox mailbox = new Mailbox();
    private CodeServer codes;

    private Node node;
    private Scrape scrape;

    /// What only this test has: what else would never be counted.
    static final class Provoked {

        @Bean
        RouterFunction<ServerResponse> provoked(JdbcClient jdbc) {
            return RouterFunctions.route()
                    .GET("/draws/provoked", _ -> {
                        for (int i = 0; i < 11; i++) {
                            jdbc.sql("select 1").query(Integer.class).single();
                        }
                        return ServerResponse.ok().body("done");
                    })
                    .build();
        }
    }

    @BeforeAll
    void start(@TempDir Path folder) throws IOException, InterruptedException {
        codes = CodeServer.start(List.of(new Code("swift", "D1", "delivered")), 0);
        String[] settings = mailbox.settings(
                "windfall.statements.slow-after=1ms",
                "windfall.delivery.code-service=" + codes.uri(),
                "windfall.delivery.carriers.swift.secrets=" + SECRET,
                "management.metrics.enable.jvm.gc=true");
        node = Node.on(TestDatabase.createUrl(), List.of(Provoked.class), settings)
                .withAccounts();
        TestDraws.publish(node, folder, "42", "2026-11-14", 5);
        await().until(() -> node.visitor().get("/actuator/health/readiness").statusCode() == 200);
        Visitor subscriber = node.signedIn("1");
        subscriber.get("/api/v1/prizes");
        String tag = subscriber.get("/prizes").headers().firstValue("ETag").orElseThrow();
        subscriber.with("If-None-Match", tag).get("/prizes");
        node.visitor().get("/api/v1/draws");
        node.visitor().get("/draws/provoked");
        mailbox.subscribe(node.signedIn("1"), "ada@reader.example");
        try (var carrier = new Carrier(node.uri(), "swift", SECRET)) {
            await().until(() ->
                    carrier.post("[{\"status_code\": \"SCAN\"}]", node.clock().instant())
                                    .statusCode()
                            == 202);
            carrier.post("no JSON", node.clock().instant());
        }
        System.gc();
        await().until(() -> Scrape.of(node).names().contains("jvm_gc_pause_seconds_sum"));
        scrape = Scrape.of(node);
    }

    @AfterAll
    void stop() {
        node.close();
        codes.close();
        mailbox.close();
    }

    private static Stream<String> expressions() throws IOException {
        List<String> all = new ArrayList<>(ofDashboard());
        all.addAll(ofAlerts());
        return all.stream();
    }

    private static List<String> ofDashboard() {
        JsonNode dashboard = JsonMapper.shared().readTree(FOLDER.resolve("grafana-dashboard.json"));
        return dashboard
                .path("panels")
                .valueStream()
                .flatMap(panel -> panel.path("targets").valueStream())
                .map(target -> target.path("expr").asString())
                .toList();
    }

    private static List<String> ofAlerts() throws IOException {
        List<String> expressions = new ArrayList<>();
        Map<String, List<Map<String, Object>>> file = new Yaml().load(Files.readString(FOLDER.resolve("alerts.yml")));
        for (Map<String, Object> group : file.getOrDefault("groups", List.of())) {
            for (Object rule : (List<?>) group.getOrDefault("rules", List.of())) {
                expressions.add(String.valueOf(((Map<?, ?>) rule).get("expr")));
            }
        }
        return expressions;
    }

    @Test
    void areAsManyAsTheyShouldBe() throws IOException {
        assertThat(ofDashboard()).hasSizeGreaterThan(20);
        assertThat(ofAlerts()).hasSizeGreaterThan(10);
    }

    @ParameterizedTest
    @MethodSource("expressions")
    void askForFiguresThatANodeTells(String expression) {
        var metrics = METRIC.matcher(expression).results().toList();
        if (expression.startsWith("up{")) {
            return;
        }
        assertThat(metrics).isNotEmpty();
        for (var metric : metrics) {
            String name = metric.group(1);
            assertThat(scrape.names()).contains(name);
            BY.matcher(expression)
                    .results()
                    .flatMap(by -> Stream.of(by.group(1).split(", *")))
                    .filter(label -> !ADDED_LABELS.contains(label))
                    .forEach(label -> assertThat(scrape.labelsOf(name))
                            .as("labels of " + name)
                            .contains(label));
            LABEL.matcher(metric.group(2))
                    .results()
                    .filter(label -> !ADDED_LABELS.contains(label.group(1)))
                    .forEach(label -> requireLabel(name, label.group(1), label.group(2), label.group(3)));
        }
    }

    /// What is asked for by a value has it; what is left out by one has at least the label.
    private void requireLabel(String name, String label, String operator, String value) {
        assertThat(scrape.labelsOf(name)).as("labels of " + name).contains(label);
        if (operator.startsWith("=") && !RARE.contains(value)) {
            for (String part : operator.equals("=") ? List.of(Pattern.quote(value)) : List.of(value.split("\\|"))) {
                assertThat(scrape.has(name, label, part))
                        .as("%s of %s: %s is among %s", label, name, part, scrape.values(name, label))
                        .isTrue();
            }
        }
    }

    @Test
    void areExplained() {
        assertThat(Scrape.text(node).lines().filter(line -> line.startsWith("# HELP ")))
                .hasSizeGreaterThan(10)
                .allSatisfy(line -> assertThat(line).matches("# HELP \\w+ \\S.*"));
    }
}
