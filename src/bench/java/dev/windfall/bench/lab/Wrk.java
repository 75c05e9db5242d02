package dev.windfall.bench.lab;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// As many views as the machine gives: `wrk` asks on a few connections, each time as another subscriber.
public final class Wrk {

    static final int CONNECTIONS = 16;

    /// What is asked as, one request a line: the path, then headers, parted by tabs.
    private static final String SCRIPT = """
            local requests = {}
            local random = math.random

            function init(args)
              math.randomseed(os.time())
              for line in io.lines(args[1]) do
                local path, headers = nil, {}
                for part in line:gmatch("[^\\t]+") do
                  if path == nil then
                    path = part
                  else
                    local name, value = part:match("^([^:]+): (.*)$")
                    headers[name] = value
                  end
                end
                requests[#requests + 1] = wrk.format("GET", path, headers)
              end
            end

            function request()
              return requests[random(#requests)]
            end

            function done(summary, latency, _)
              io.write(string.format("result %d %d %d %d %d %d %d %d %d\\n",
                summary.requests, summary.duration, summary.errors.status,
                summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout,
                latency:percentile(50), latency:percentile(95), latency:percentile(99), latency.max, summary.bytes))
            end
            """;

    private static final Pattern RESULT = Pattern.compile("(?m)^result ([\\d ]+)$");

    private final Path script;

    /// @param folder for its script
    public Wrk(Path folder) throws IOException {
        this.script = Files.writeString(Files.createDirectories(folder).resolve("views.lua"), SCRIPT);
    }

    /// @param failed requests without an answer, or with another status than one of success
    /// @param bytes of the answers, heads included
    public record Outcome(
            long views, long failed, Duration duration, Duration p50, Duration p95, Duration p99, long bytes) {

        public double perSecond() {
            return views * 1e9 / duration.toNanos();
        }
    }

    /// A file of requests.
    ///
    /// @param headers by their names
    public record Request(String path, Map<String, String> headers) {
        private String line() {
            var line = new StringBuilder(path);
            headers.forEach(
                    (name, value) -> line.append('\t').append(name).append(": ").append(value));
            return line.toString();
        }
    }

    public static Path write(Path file, List<Request> requests) throws IOException {
        return Files.write(file, requests.stream().map(Request::line).toList());
    }

    public Outcome run(URI site, Path requests, Duration duration) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        "wrk",
                        "--threads=1",
                        "--connections=" + CONNECTIONS,
                        "--duration=%ds".formatted(duration.toSeconds()),
                        "--timeout=20s",
                        "--script=" + script,
                        site.toString(),
                        "--",
                        requests.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher result = RESULT.matcher(output);
        if (process.waitFor() != 0 || !result.find()) {
            throw new IOException("wrk failed: " + output);
        }
        return outcome(result.group(1).split(" "));
    }

    /// Times are in microseconds.
    private static Outcome outcome(String[] figures) {
        long[] values = new long[figures.length];
        for (int i = 0; i < figures.length; i++) {
            values[i] = Long.parseLong(figures[i]);
        }
        return new Outcome(
                values[0],
                values[2] + values[3],
                micros(values[1]),
                micros(values[4]),
                micros(values[5]),
                micros(values[6]),
                values[8]);
    }

    private static Duration micros(long micros) {
        return Duration.ofNanos(micros * 1_000);
    }
}
