package dev.windfall;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Judges a page as a phone on a slow network loads it.
record Lighthouse(Path node, Path script, Path chromium) {

    private static final String PERFORMANCE = "performance";
    private static final List<String> CATEGORIES = List.of("accessibility", "best-practices", PERFORMANCE);
    private static final String CHROME_FLAGS = "--headless=new --no-sandbox --disable-quic --no-first-run"
            + " --disable-background-networking --disable-component-update";
    private static final JsonMapper JSON = new JsonMapper();

    /// What it says of a page.
    ///
    /// @param scores of each category, from 0 to 1
    /// @param losses the audits that took points away, each with its category
    record Report(Map<String, Double> scores, List<String> losses) {

        static Report failed(String why) {
            return new Report(Map.of(PERFORMANCE, 0.0), List.of(why));
        }

        double performance() {
            return scores.getOrDefault(PERFORMANCE, 0.0);
        }
    }

    /// Ends the test where it is not installed.
    static Lighthouse installed() {
        Path node = Requirement.program("node", "nodejs");
        Path script = Requirement.nodePackage("lighthouse/cli/index.js");
        Path chromium = Requirement.program("chromium", "chromium");
        return new Lighthouse(node, script, chromium);
    }

    /// A look that failed for reasons of its own, such as a browser that recorded nothing, gives no points.
    ///
    /// @param cookies of who looks at the page; empty for a stranger
    /// @param file takes all that there is to say
    Report look(URI page, String cookies, Path file) throws IOException, InterruptedException {
        Files.createDirectories(file.getParent());
        Command.End end = Command.end(
                Map.of("CHROME_PATH", chromium.toString()),
                node.toString(),
                script.toString(),
                page.toString(),
                "--quiet",
                "--no-enable-error-reporting",
                "--only-categories=" + String.join(",", CATEGORIES),
                "--extra-headers=" + JSON.writeValueAsString(cookies.isEmpty() ? Map.of() : Map.of("Cookie", cookies)),
                "--chrome-flags=" + CHROME_FLAGS,
                "--output=json",
                "--output-path=" + file);
        return end.exitCode() == 0 ? report(JSON.readTree(file)) : Report.failed(end.said());
    }

    private static Report report(JsonNode said) {
        Map<String, Double> scores = new TreeMap<>();
        for (String category : CATEGORIES) {
            scores.put(
                    category,
                    said.at("/categories/%s/score".formatted(category)).asDouble(0));
        }
        return new Report(
                scores,
                CATEGORIES.stream().flatMap(category -> losses(category, said)).toList());
    }

    private static Stream<String> losses(String category, JsonNode said) {
        return said.at("/categories/%s/auditRefs".formatted(category))
                .valueStream()
                .filter(part -> part.path("weight").asDouble() > 0)
                .map(part -> said.path("audits").path(part.path("id").asString()))
                .filter(audit -> audit.path("score").asDouble(1) < 1)
                .map(audit -> "%s: %s, %s %s"
                        .formatted(
                                category,
                                audit.path("id").asString(),
                                audit.path("title").asString(),
                                audit.path("displayValue").asString("")));
    }
}
