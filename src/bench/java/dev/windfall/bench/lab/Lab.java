package dev.windfall.bench.lab;

import dev.windfall.bench.Plan;
import dev.windfall.bench.alternative.Alternative;
import dev.windfall.bench.alternative.AlternativeServer;
import dev.windfall.bench.alternative.HollowProducerProcess;
import dev.windfall.bench.alternative.OneTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// One lottery with its database, in which alternatives are started.
public final class Lab implements AutoCloseable {

    /// The same for all nodes.
    public static final List<String> JVM = List.of("-Xmx4g", "-XX:+UseG1GC");

    /// Subscribers who are signed in and look.
    public static final int VISITORS = 20_000;

    private final Plan plan;
    private final Path folder;
    private final Lottery lottery;
    private final Postgres postgres;
    private final Redis redis;
    private final String databaseName;
    private final String databaseUrl;
    private final Desk desk;
    private final OneTable oneTable;
    private final Path staticPage;
    private final Packaged program;
    private List<Visitor> visitors = List.of();

    private Lab(Plan plan, Path folder, Lottery lottery, Postgres postgres, Redis redis, Packaged program)
            throws IOException {
        this.plan = plan;
        this.folder = folder;
        this.lottery = lottery;
        this.postgres = postgres;
        this.redis = redis;
        this.program = program;
        this.databaseName = lottery.name();
        this.databaseUrl = postgres.database(databaseName);
        this.desk = new Desk(databaseUrl, lottery, drawFiles());
        this.oneTable = new OneTable(Postgres.at(databaseUrl));
        this.staticPage = folder.resolve("page.html");
    }

    /// The lab of the plan's lottery.
    public static Lab open(Plan plan, Path parent, Postgres postgres, Redis redis, Packaged program)
            throws IOException {
        Lottery lottery = plan.lottery();
        return new Lab(plan, parent.resolve(lottery.name()), lottery, postgres, redis, program).prepared();
    }

    /// The lab of another lottery on the same servers.
    public Lab of(Lottery other) throws IOException {
        return new Lab(plan, folder.resolveSibling(other.name()), other, postgres, redis, program).prepared();
    }

    /// Makes the lottery's data unless an earlier run did.
    private Lab prepared() throws IOException {
        Files.createDirectories(folder);
        desk.prepare(Plan.DRAWS);
        oneTable.prepare();
        desk.settle();
        Progress.tell("a lottery of %,d subscribers is there", lottery.subscribers());
        return this;
    }

    public Plan plan() {
        return plan;
    }

    public Lottery lottery() {
        return lottery;
    }

    public Path folder() {
        return folder;
    }

    public Desk desk() {
        return desk;
    }

    public OneTable oneTable() {
        return oneTable;
    }

    /// Who imports beside the desk, in a process of his own.
    public Clerk clerk() throws IOException {
        return Clerk.start(
                databaseUrl, lottery, drawFiles(), folder.resolve("logs").resolve("clerk.log"));
    }

    private Path drawFiles() {
        return folder.resolve("draws");
    }

    public Postgres postgres() {
        return postgres;
    }

    public Redis redis() {
        return redis;
    }

    /// What PostgreSQL and Redis have had of the processors.
    public Duration databaseTime() throws IOException {
        return CpuTime.ofTree(postgres.process()).plus(CpuTime.ofTree(redis.process()));
    }

    public String databaseUrl() {
        return databaseUrl;
    }

    /// Settings of the packaged program on this lottery.
    public Map<String, String> packagedSettings() {
        return settings(Alternative.WINDFALL);
    }

    /// With an ahead-of-time cache, from which all nodes start.
    public Packaged program() {
        return program;
    }

    public StatementCount statements() {
        return new StatementCount(postgres.administrator(), databaseName);
    }

    public Correctness correctness() {
        return new Correctness(databaseUrl);
    }

    /// Subscribers taken at random who are signed in on all nodes.
    public List<Visitor> visitors() throws IOException, InterruptedException {
        if (visitors.isEmpty()) {
            visitors = signIn();
        }
        return visitors;
    }

    /// By a node that is there for nothing else.
    private List<Visitor> signIn() throws IOException, InterruptedException {
        Path file = folder.resolve("cookies");
        Files.deleteIfExists(file);
        Map<String, String> settings = settings(Alternative.OBVIOUS);
        settings.put("BENCH_COOKIES_FILE", file.toString());
        settings.put("BENCH_COOKIES_COUNT", Integer.toString(VISITORS));
        settings.put("BENCH_COOKIES_SUBSCRIBERS", Integer.toString(lottery.subscribers()));
        try (var node = node(Alternative.OBVIOUS, settings, List.of(), "cookies.log")) {
            node.awaitReady();
            while (!Files.exists(file)) {
                Thread.sleep(10);
            }
        }
        return Visitor.read(file);
    }

    /// The file that nodes serve as the static page, once somebody has written it.
    public Path staticPage() {
        return staticPage;
    }

    /// Starts nodes and waits until they can serve.
    public Participant start(Alternative alternative, int nodes) throws IOException, InterruptedException {
        return start(alternative, nodes, List.of());
    }

    /// @param options of the Java VM, beside those that all have
    public Participant start(Alternative alternative, int nodes, List<String> options)
            throws IOException, InterruptedException {
        List<NodeProcess> companions = companions(alternative);
        List<NodeProcess> started = new ArrayList<>();
        Duration startUp = Duration.ZERO;
        for (int i = 0; i < nodes; i++) {
            var node = node(alternative, settings(alternative), options, "%s-%d.log".formatted(alternative.key(), i));
            Duration took = node.awaitReady();
            startUp = i == 0 ? took : startUp;
            started.add(node);
        }
        Progress.tell("%s can serve after %.1f s", alternative.title(), startUp.toMillis() / 1e3);
        return new Participant(alternative, started, companions, startUp);
    }

    private NodeProcess node(Alternative alternative, Map<String, String> settings, List<String> options, String log)
            throws IOException {
        return program.start(
                options,
                List.of(AlternativeServer.class.getName(), alternative.key()),
                settings,
                folder.resolve("logs").resolve(log));
    }

    private List<NodeProcess> companions(Alternative alternative) throws IOException {
        return switch (alternative) {
            case HOLLOW -> {
                Path dataSet = Files.createDirectories(folder.resolve("hollow"));
                try (var old = Files.list(dataSet)) {
                    for (Path file : old.toList()) {
                        Files.delete(file);
                    }
                }
                yield List.of(NodeProcess.start(
                        List.of(
                                "-Xmx6g",
                                "-classpath",
                                System.getProperty("java.class.path"),
                                HollowProducerProcess.class.getName(),
                                databaseUrl,
                                dataSet.toString()),
                        Map.of(),
                        folder.resolve("logs").resolve("hollow-producer.log")));
            }
            case OBVIOUS, CACHED, JPA, MATERIALIZED, REDIS, WINDFALL -> List.of();
        };
    }

    private Map<String, String> settings(Alternative alternative) {
        Map<String, String> settings = new HashMap<>();
        settings.put("SPRING_DATASOURCE_URL", databaseUrl);
        settings.put("WINDFALL_DEMO", "false");
        settings.put("WINDFALL_LOTTERY_REHEARSAL_DATE", Lottery.TODAY.toString());
        settings.put("WINDFALL_REFRESH_NODE_NAME", alternative.key() + "-" + System.nanoTime());
        settings.put("WINDFALL_SHUTDOWN_DRAIN", "0s");
        // as Hikari has it by itself: who asks the database at each view rather waits than fails
        settings.put("SPRING_DATASOURCE_HIKARI_CONNECTIONTIMEOUT", "30000");
        settings.put("SPRING_DATASOURCE_HIKARI_MINIMUMIDLE", "10");
        // who was stopped while others were measured has not lost the database
        settings.put("WINDFALL_PRIZES_STALE_AFTER", "1d");
        // alternatives are ready when they can show something
        settings.put(
                "MANAGEMENT_ENDPOINT_HEALTH_GROUP_READINESS_INCLUDE", "readinessState,snapshot,signIn,publications");
        settings.put("MANAGEMENT_ENDPOINT_HEALTH_VALIDATEGROUPMEMBERSHIP", "false");
        if (alternative != Alternative.WINDFALL) {
            // what counts statements is Windfall's own, and takes its time for each of them: no burden of the others
            settings.put("JDBC_DATASOURCEPROXY_ENABLED", "false");
        }
        settings.put("BENCH_REDIS", redis.uri());
        settings.put("BENCH_HOLLOW", folder.resolve("hollow").toString());
        settings.put("BENCH_STATIC_PAGE", staticPage.toString());
        return settings;
    }

    @Override
    public void close() {
        desk.close();
    }
}
