package dev.windfall.simulator.carrier;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/// Plays the carriers' code service over HTTP, as slowly and as badly as one likes:
///
/// - `GET /event-types/{eventType}/status-codes?carrier=` answers `{"statusCodes": ["1408", …]}`;
/// - `GET /status-codes/{code}/event-type?carrier=` answers `{"eventType": "delivered"}`.
///
/// What it doesn't know is answered with 404.
public final class CodeServer implements AutoCloseable {

    private static final Pattern LIST = Pattern.compile("/event-types/([^/]+)/status-codes");
    private static final Pattern CODE = Pattern.compile("/status-codes/([^/]+)/event-type");
    private static final Pattern CARRIER = Pattern.compile("carrier=([^&]+)");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicLong listsAsked = new AtomicLong();
    private final AtomicLong codesAsked = new AtomicLong();
    private volatile Map<String, List<Code>> codes;
    private volatile Duration latency = Duration.ZERO;
    private volatile Fault fault = Fault.NONE;
    private volatile String failing = "";

    private CodeServer(List<Code> codes, int port) throws IOException {
        this.codes = byCarrier(codes);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    /// A line of the service's table.
    ///
    /// @param eventType as the service calls it; there are more than winners want to know
    public record Code(String carrier, String code, String eventType) {}

    /// What is wrong with the service.
    public enum Fault {
        NONE,
        /// Each answer is a 503.
        UNAVAILABLE,
        /// Answers break off before they begin.
        BROKEN_OFF,
        /// Answers are no JSON.
        GARBAGE,
        /// Answers are JSON's `null`.
        NOTHING
    }

    /// @param port on the loopback interface; 0 for any
    public static CodeServer start(List<Code> codes, int port) throws IOException {
        return new CodeServer(codes, port);
    }

    /// @param table a CSV with the columns `carrier`, `status_code` and `event_type`
    public static List<Code> read(Path table) throws IOException {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(table)) {
            return rows.stream()
                    .map(row ->
                            new Code(row.getField("carrier"), row.getField("status_code"), row.getField("event_type")))
                    .toList();
        }
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /// Knows other codes from now on.
    public void know(List<Code> others) {
        codes = byCarrier(others);
    }

    private static Map<String, List<Code>> byCarrier(List<Code> codes) {
        return codes.stream().collect(groupingBy(Code::carrier));
    }

    public void answerAfter(Duration wait) {
        latency = wait;
    }

    public void fail(Fault how) {
        fail(how, "");
    }

    /// @param carrier whose questions alone fail; empty for all
    public void fail(Fault how, String carrier) {
        fault = how;
        failing = carrier;
    }

    /// How often a list of codes was asked for, whatever was answered.
    public long listsAsked() {
        return listsAsked.get();
    }

    /// How often the meaning of a single code was.
    public long codesAsked() {
        return codesAsked.get();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            Matcher list = LIST.matcher(path);
            Matcher code = CODE.matcher(path);
            boolean isList = list.matches();
            boolean isCode = code.matches();
            if (isList) {
                listsAsked.incrementAndGet();
            } else if (isCode) {
                codesAsked.incrementAndGet();
            }
            Thread.sleep(latency);
            boolean isWell = !failing.isEmpty() && !failing.equals(carrier(exchange));
            switch (isWell ? Fault.NONE : fault) {
                case UNAVAILABLE -> send(exchange, 503, "");
                case BROKEN_OFF -> throw new IOException("broken off");
                case GARBAGE -> send(exchange, 200, "<html>");
                case NOTHING -> send(exchange, 200, "null");
                case NONE -> {
                    if (isList) {
                        sendList(exchange, list.group(1));
                    } else if (isCode) {
                        sendEventType(exchange, code.group(1));
                    } else {
                        send(exchange, 404, "");
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void sendList(HttpExchange exchange, String eventType) throws IOException {
        List<Code> known = codes.get(carrier(exchange));
        if (known == null) {
            send(exchange, 404, "");
            return;
        }
        List<String> list = known.stream()
                .filter(code -> code.eventType().equals(eventType))
                .collect(mapping(Code::code, toList()));
        send(exchange, 200, JsonMapper.shared().writeValueAsString(Map.of("statusCodes", list)));
    }

    private void sendEventType(HttpExchange exchange, String wanted) throws IOException {
        var eventType = codes.getOrDefault(carrier(exchange), List.of()).stream()
                .filter(code -> code.code().equals(wanted))
                .map(Code::eventType)
                .findFirst();
        if (eventType.isPresent()) {
            send(exchange, 200, JsonMapper.shared().writeValueAsString(Map.of("eventType", eventType.get())));
        } else {
            send(exchange, 404, "");
        }
    }

    private static String carrier(HttpExchange exchange) {
        String query = exchange.getRequestURI().getQuery();
        Matcher carrier = CARRIER.matcher(query == null ? "" : query);
        return carrier.find() ? carrier.group(1) : "";
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
