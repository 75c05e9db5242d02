package dev.windfall.bench.scenario;

import dev.windfall.bench.jmh.TranslationBenchmark;
import dev.windfall.bench.lab.CarrierFlood;
import dev.windfall.bench.lab.CarrierFlood.Update;
import dev.windfall.bench.lab.NodeProcess;
import dev.windfall.bench.lab.Packaged;
import dev.windfall.bench.lab.Postgres;
import dev.windfall.bench.lab.Progress;
import dev.windfall.bench.report.Samples;
import dev.windfall.simulator.carrier.Carrier;
import dev.windfall.simulator.carrier.CodeServer;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A million updates of carriers, on their way to the winners' notices: over HTTP to a node with PostgreSQL, and a code
/// service that takes its time.
public final class Deliveries {

    public static final int UPDATES = 1_000_000;
    public static final Duration LATENCY = Duration.ofMillis(20);
    public static final int ROUNDS = 5;
    public static final int A_REQUEST = 1_000;
    public static final int AT_ONCE = 8;

    /// How many are asked one by one: all of them would take hours.
    public static final int ASKED_EACH = 2_000;

    public static final int WARM_UP_ROUNDS = 2;
    private static final int SUBSCRIBERS = 10_000;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String SECRET = "whsec_"
            + Base64.getEncoder().encodeToString("a secret of the benchmark's".getBytes(StandardCharsets.UTF_8));

    private final Packaged program;
    private final Path folder;
    private final CarrierFlood flood;
    private final JdbcClient jdbc;
    private final String url;

    public Deliveries(Packaged program, Path folder, Postgres postgres) throws IOException {
        this.program = program;
        this.folder = folder;
        this.flood = CarrierFlood.of(UPDATES);
        this.url = postgres.database("deliveries");
        this.jdbc = JdbcClient.create(Postgres.at(url));
    }

    /// @param calls that the node has made to the code service, in all rounds
    /// @param carriers how many there are
    /// @param codes how many different ones came
    /// @param callsByCode by who asks for each code once and remembers it, and how long that took
    /// @param eachPerSecond updates a second by who asks for each, as many at once as there are requests
    /// @param translations a second, one after the other
    /// @param perSecond updates a second, from the first request to the last answer
    /// @param toldAfterS seconds from the first request until there is a notice of each event
    public record Result(
            long calls,
            int carriers,
            int codes,
            long callsByCode,
            double byCodeS,
            double eachPerSecond,
            Samples translations,
            Samples perSecond,
            Samples toldAfterS,
            int interesting) {}

    public Result run() throws IOException, InterruptedException, ExecutionException, RunnerException {
        Samples translations = translations();
        try (var service = CodeServer.start(flood.codes(), 0);
                var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            service.answerAfter(LATENCY);
            List<Double> perSecond = new ArrayList<>();
            List<Double> toldAfterS = new ArrayList<>();
            try (var node = program.start(settings(service), folder.resolve("node.log"))) {
                node.awaitReady();
                prepare();
                awaitCodes(node);
                for (int round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
                    empty();
                    List<Callable<Void>> requests = requests(node.uri());
                    long beginNs = System.nanoTime();
                    for (Future<Void> answer : threads.invokeAll(requests)) {
                        answer.get();
                    }
                    double tookS = secondsSince(beginNs);
                    awaitTold();
                    if (round >= 0) {
                        perSecond.add(UPDATES / tookS);
                        toldAfterS.add(secondsSince(beginNs));
                    }
                    requireAllStored();
                    Progress.tell("%,.0f updates a second", UPDATES / tookS);
                }
            }
            long calls = service.listsAsked();
            long beginNs = System.nanoTime();
            long byCode = askEachCodeOnce(service);
            double byCodeS = secondsSince(beginNs);
            return new Result(
                    calls,
                    flood.carriers().size(),
                    flood.codes().size(),
                    byCode,
                    byCodeS,
                    askEachUpdate(service, threads),
                    translations,
                    new Samples(perSecond),
                    new Samples(toldAfterS),
                    flood.ofInterest().size());
        }
    }

    private static double secondsSince(long beginNs) {
        return (System.nanoTime() - beginNs) / 1e9;
    }

    private static Samples translations() throws RunnerException {
        var options = new OptionsBuilder()
                .include(TranslationBenchmark.class.getSimpleName())
                .forks(ROUNDS)
                .warmupIterations(3)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(1)
                .measurementTime(TimeValue.seconds(1))
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .build();
        return new Samples(new Runner(options)
                .run().iterator().next().getBenchmarkResults().stream()
                        .map(fork -> fork.getPrimaryResult().getScore())
                        .toList());
    }

    private Map<String, String> settings(CodeServer service) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "SPRING_DATASOURCE_URL", url,
                "WINDFALL_DEMO", "false",
                "WINDFALL_SHUTDOWN_DRAIN", "0s",
                "WINDFALL_DELIVERY_CODE_SERVICE", service.uri().toString(),
                "WINDFALL_NOTICES_FROM", "lottery@windfall.example",
                "WINDFALL_NOTICES_SITE", "https://windfall.example",
                // what is mailed is the mail server's speed
                "SPRING_MAIL_HOST", "127.0.0.1",
                "SPRING_MAIL_PORT", "9",
                "WINDFALL_NOTICES_POLL_INTERVAL", "200ms"));
        for (String carrier : flood.carriers()) {
            settings.put("WINDFALL_DELIVERY_CARRIERS_%s_SECRETS".formatted(carrier.toUpperCase(Locale.ROOT)), SECRET);
        }
        return settings;
    }

    /// Subscribers who want mail, and a draw of which they have things.
    private void prepare() {
        for (String statement : List.of(
                "insert into subscription_periods values (202610) on conflict do nothing",
                "insert into draws (subscription_period_id, number, date) values (202610, '1', '2026-10-31') "
                        + "on conflict do nothing",
                "insert into subscribers (id, name) select n, 'Subscriber ' || n from generate_series(1, %d) n "
                                .formatted(SUBSCRIBERS)
                        + "on conflict do nothing",
                "insert into mail_addresses (subscriber_id, address, language) "
                        + "select n, n || '@reader.example', 'en-GB' from generate_series(1, %d) n "
                                .formatted(SUBSCRIBERS)
                        + "on conflict do nothing")) {
            jdbc.sql(statement).update();
        }
    }

    /// As before the first update. All parcels are handed in.
    private void empty() {
        jdbc.sql("truncate parcel_events, carrier_requests, notices, shipments").update();
        jdbc.sql("""
                        insert into shipments (draw_id, subscriber_id, tier, place, carrier, tracking_number,
                                               handed_over_at, handed_over_by)
                          select (select id from draws), 1 + parcel % :subscribers, 'Gift hamper',
                                 1 + parcel / :subscribers, carrier, number, now(), 'benchmark'
                            from unnest(:carriers, :numbers) with ordinality as parcels (carrier, number, parcel)
                        """)
                .param("subscribers", SUBSCRIBERS)
                .param("carriers", texts(update -> update.code().carrier()))
                .param("numbers", texts(Update::trackingNumber))
                .update();
        jdbc.sql("vacuum (analyze) shipments, parcel_events, notices").update();
    }

    /// Requests of one carrier each, signed and ready to be sent.
    private List<Callable<Void>> requests(URI node) {
        Instant now = Instant.now();
        List<Callable<Void>> requests = new ArrayList<>();
        Map<String, List<Update>> byCarrier = flood.updates().stream()
                .collect(Collectors.groupingBy(update -> update.code().carrier()));
        HttpClient client = HttpClient.newHttpClient();
        byCarrier.forEach((name, updates) -> {
            try (var carrier = new Carrier(node, name, SECRET)) {
                for (int from = 0; from < updates.size(); from += A_REQUEST) {
                    String body = body(updates.subList(from, Math.min(from + A_REQUEST, updates.size())), from, now);
                    String id = "msg_%s_%d".formatted(name, from);
                    HttpRequest request = carrier.request(
                            id, now.getEpochSecond(), body, carrier.signature(id, now.getEpochSecond(), body));
                    requests.add(() -> send(client, request));
                }
            }
        });
        return requests;
    }

    private static String body(List<Update> updates, int from, Instant now) {
        List<String> objects = new ArrayList<>();
        for (Update update : updates) {
            objects.add("""
                    {"event_id":"e%d","tracking_number":"%s","status_code":"%s","occurred_at":"%s","leg":1}""".formatted(
                            from + objects.size(),
                            update.trackingNumber(),
                            update.code().code(),
                            now));
        }
        return "[" + String.join(",", objects) + "]";
    }

    private static Void send(HttpClient client, HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 202) {
            throw new IOException("the node answers %d: %s".formatted(answer.statusCode(), answer.body()));
        }
        return null;
    }

    /// Until then updates are refused.
    private void awaitCodes(NodeProcess node) throws IOException, InterruptedException {
        long beginNs = System.nanoTime();
        for (String name : flood.carriers()) {
            try (var carrier = new Carrier(node.uri(), name, SECRET)) {
                while (carrier.post("[]", Instant.now()).statusCode() != 202) {
                    if (secondsSince(beginNs) > PATIENCE.toSeconds()) {
                        throw new IOException("the node does not learn the codes of " + name);
                    }
                    Thread.sleep(50);
                }
            }
        }
    }

    private void awaitTold() throws InterruptedException, IOException {
        long beginNs = System.nanoTime();
        while (count("notices") < flood.ofInterest().size()) {
            if (secondsSince(beginNs) > PATIENCE.toSeconds()) {
                throw new IOException("%,d notices of %,d events"
                        .formatted(count("notices"), flood.ofInterest().size()));
            }
            Thread.sleep(20);
        }
    }

    /// Each event of interest, and nothing else, under its own number.
    private void requireAllStored() {
        long stored = jdbc.sql("""
                        select count(*)
                          from unnest(:carriers, :numbers, :eventTypes) as sent (carrier, tracking_number, event_type)
                          join shipments using (carrier, tracking_number)
                          join parcel_events using (carrier, tracking_number, event_type)
                          join notices
                            on notices.subscriber_id = shipments.subscriber_id
                              and notices.kind = event_type
                              and notices.about = 'parcel ' || tracking_number || ' of ' || carrier
                        """)
                .param("carriers", texts(update -> update.code().carrier()))
                .param("numbers", texts(Update::trackingNumber))
                .param("eventTypes", texts(update -> update.code().eventType()))
                .query(Long.class)
                .single();
        if (stored != flood.ofInterest().size() || count("parcel_events") != stored || count("notices") != stored) {
            throw new IllegalStateException("%,d of %,d events are stored, in %,d rows, with %,d notices"
                    .formatted(stored, flood.ofInterest().size(), count("parcel_events"), count("notices")));
        }
    }

    /// Of all updates that are of interest.
    private String[] texts(Function<Update, String> text) {
        return flood.ofInterest().stream().map(text).toArray(String[]::new);
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    /// What a cache of single codes costs until it is full, one code after the other.
    private long askEachCodeOnce(CodeServer service) throws IOException, InterruptedException {
        long before = service.codesAsked();
        try (var client = HttpClient.newHttpClient()) {
            for (CodeServer.Code code : flood.codes()) {
                ask(client, service, code);
            }
        }
        return service.codesAsked() - before;
    }

    /// The obvious design, for the first of them.
    ///
    /// @return updates a second
    private double askEachUpdate(CodeServer service, ExecutorService threads)
            throws InterruptedException, ExecutionException {
        try (var client = HttpClient.newHttpClient()) {
            List<Callable<Void>> questions = flood.updates().stream()
                    .limit(ASKED_EACH)
                    .<Callable<Void>>map(update -> () -> {
                        ask(client, service, update.code());
                        return null;
                    })
                    .toList();
            long beginNs = System.nanoTime();
            for (Future<Void> answer : threads.invokeAll(questions)) {
                answer.get();
            }
            return ASKED_EACH / secondsSince(beginNs);
        }
    }

    private static void ask(HttpClient client, CodeServer service, CodeServer.Code code)
            throws IOException, InterruptedException {
        URI question = service.uri()
                .resolve("/status-codes/%s/event-type?carrier=%s"
                        .formatted(
                                URLEncoder.encode(code.code(), StandardCharsets.UTF_8)
                                        .replace("+", "%20"),
                                code.carrier()));
        HttpResponse<String> answer =
                client.send(HttpRequest.newBuilder(question).build(), BodyHandlers.ofString());
        if (!answer.body().contains('"' + code.eventType() + '"')) {
            throw new IOException("the code service says of %s: %s".formatted(code, answer.body()));
        }
    }
}
