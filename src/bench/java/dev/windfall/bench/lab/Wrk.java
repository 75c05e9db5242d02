package dev.windfall.bench.lab;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
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
            local threads = {}

            function setup(thread)
              threads[#threads + 1] = thread
            end

            function init(args)
              math.randomseed(os.time())
              others = 0
              if args[2] then
                local wanted = tonumber(args[2])
                function response(status)
                  if status ~= wanted then
                    others = others + 1
                  end
                end
              end
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
              local others = 0
              for _, thread in ipairs(threads) do
                others = others + thread:get("others")
              end
              io.write(string.format("result %d %d %d %d %d %d %d %d\\nothers %d\\n",
                summary.requests, summary.duration, summary.errors.status,
                summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout,
                latency:percentile(50), latency:percentile(95), latency:percentile(99), summary.bytes, others))
            end
            """;

    private static final Pattern RESULT = Pattern.compile("(?m)^result ([\\d ]+)$");
    private static final Pattern OTHERS = Pattern.compile("(?m)^others (\\d+)$");

    private final Path script;

    /// @param folder for its script
    public Wrk(Path folder) throws IOException {
        this.script = Files.writeString(Files.createDirectories(folder).resolve("views.lua"), SCRIPT);
    }

    /// @param failed requests without an answer, or with a status that tells of an error
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
        return outcome(load(site, duration, List.of(requests.toString())));
    }

    /// Looks at each answer, which takes of the load's time: not to be measured.
    ///
    /// @param status that all answers are to have
    public void check(URI site, Path requests, Duration duration, int status) throws IOException, InterruptedException {
        String output = load(site, duration, List.of(requests.toString(), Integer.toString(status)));
        long others = Long.parseLong(found(OTHERS, output));
        Outcome outcome = outcome(output);
        if (others > 0 || outcome.failed() > 0) {
            throw new IOException("%s: of %d requests %d failed, and %d were not answered with status %d"
                    .formatted(site, outcome.views(), outcome.failed(), others, status));
        }
    }

    /// What it prints.
    private String load(URI site, Duration duration, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "wrk",
                "--threads=1",
                "--connections=" + CONNECTIONS,
                "--duration=%ds".formatted(duration.toSeconds()),
                "--timeout=20s",
                "--script=" + script,
                site.toString(),
                "--"));
        command.addAll(arguments);
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int status = process.waitFor();
        if (status != 0) {
            throw new IOException("wrk against %s ended with status %d: %s".formatted(site, status, output));
        }
        return output;
    }

    private static String found(Pattern pattern, String output) throws IOException {
        Matcher found = pattern.matcher(output);
        if (!found.find()) {
            throw new IOException("wrk printed nothing like '%s': %s".formatted(pattern, output));
        }
        return found.group(1);
    }

    /// Times are in microseconds.
    private static Outcome outcome(String output) throws IOException {
        long[] values = Arrays.stream(found(RESULT, output).split(" "))
                .mapToLong(Long::parseLong)
                .toArray();
        return new Outcome(
                values[0],
                values[2] + values[3],
                micros(values[1]),
                micros(values[4]),
                micros(values[5]),
                micros(values[6]),
                values[7]);
    }

    private static Duration micros(long micros) {
        return Duration.ofNanos(micros * 1_000);
    }
}
