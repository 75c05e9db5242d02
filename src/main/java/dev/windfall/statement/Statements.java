package dev.windfall.statement;

import static dev.windfall.measure.Measuring.carefully;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Counts what is asked of the database. Names and routes are all that is said of a statement: never its values.
public class Statements {

    private static final Logger log = LoggerFactory.getLogger(Statements.class);

    private static final Duration[] BUCKETS = {
        Duration.ofMillis(1),
        Duration.ofMillis(5),
        Duration.ofMillis(20),
        Duration.ofMillis(100),
        Duration.ofMillis(500),
        Duration.ofSeconds(2),
        Duration.ofSeconds(10),
        Duration.ofMinutes(1)
    };

    private final MeterRegistry meters;
    private final StatementSettings settings;
    private final Set<Repetition> told = ConcurrentHashMap.newKeySet();

    /// At hand, because each request needs one.
    private final Map<Answered, DistributionSummary> requests = new ConcurrentHashMap<>();

    Statements(MeterRegistry meters, StatementSettings settings) {
        this.meters = meters;
        this.settings = settings;
    }

    /// A statement that one request asked too often.
    private record Repetition(String statement, String route) {}

    /// Where an answer came from: nowhere, if a request was refused, led elsewhere or failed.
    enum Source {
        MEMORY,
        DATABASE,
        NOTHING;

        private String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Requests to a route that were answered alike.
    private record Answered(String route, Source source) {}

    /// Where nobody looks at what is counted.
    public static Statements unheeded() {
        return new Statements(new CompositeMeterRegistry(), StatementSettings.DEFAULT);
    }

    /// Takes note of a statement that goes past the pool's proxy, which a COPY does, and is named by who calls this.
    ///
    /// @return to be closed when it is through
    public Copying begin() {
        return new Copying(this, StatementName.addTo("copy"));
    }

    /// Takes note of a statement that is through, or has failed.
    ///
    /// @param sql with the name in front
    void note(String sql, Duration took, boolean well) {
        carefully(() -> {
            String statement = StatementName.of(sql);
            RequestStatements.current().ifPresent(request -> request.add(statement));
            note(statement, Route.current(), took, well);
        });
    }

    /// The same of a COPY.
    void noteCopy(String sql, Duration took, boolean well) {
        carefully(() -> {
            RequestStatements.current().ifPresent(RequestStatements::addCopy);
            note(StatementName.of(sql), Route.current(), took, well);
        });
    }

    private void note(String statement, String route, Duration took, boolean well) {
        Timer.builder("windfall.statements")
                .description("Statements asked of the database, by the code and the route that asked them")
                .tags(tags(statement, route).and("outcome", well ? "well" : "failed"))
                .serviceLevelObjectives(BUCKETS)
                .register(meters)
                .record(took);
        if (took.compareTo(settings.slowAfter()) > 0) {
            Counter.builder("windfall.statements.slow")
                    .description("Statements that took longer than windfall.statements.slow-after")
                    .tags(tags(statement, route))
                    .register(meters)
                    .increment();
            log.warn("{} took {} ms on {}", statement, took.toMillis(), route);
        }
    }

    /// Asks by a connection that is not of the pool, whose statements are counted by themselves.
    public void execute(Connection connection, String sql) throws SQLException {
        String named = StatementName.addTo(sql);
        long beganNs = System.nanoTime();
        boolean well = false;
        try (var statement = connection.createStatement()) {
            statement.execute(named);
            well = true;
        } finally {
            note(named, Duration.ofNanos(System.nanoTime() - beganNs), well);
        }
    }

    /// Takes note of rows that were read or written.
    void noteRows(String sql, long rows) {
        if (rows > 0) {
            carefully(() -> Counter.builder("windfall.statements.rows")
                    .description("Rows that statements returned or changed, by the code and the route that asked")
                    .tags(tags(StatementName.of(sql), Route.current()))
                    .register(meters)
                    .increment((double) rows));
        }
    }

    /// Takes note of all that a request has asked.
    ///
    /// @param well whether it was answered with what it asked for
    void noteRequest(String route, RequestStatements request, boolean well) {
        carefully(() -> {
            int total = request.total();
            Source answer = total == 0 ? Source.MEMORY : Source.DATABASE;
            requests.computeIfAbsent(new Answered(route, well ? answer : Source.NOTHING), this::requests)
                    .record(total);
            request.moreOftenThan(settings.repeatedAfter())
                    .forEach((statement, times) -> noteRepetition(new Repetition(statement, route), times));
        });
    }

    private DistributionSummary requests(Answered answered) {
        return DistributionSummary.builder("windfall.request.statements")
                .description(
                        "Statements that a request asked of the database, by the route and where its answer came from:"
                                + " memory, the database, or nothing if it was not answered with what it asked for")
                .tags(
                        "route",
                        answered.route(),
                        "answered_from",
                        answered.source().label())
                .register(meters);
    }

    private void noteRepetition(Repetition repetition, int times) {
        Counter.builder("windfall.statements.repeated")
                .description("Requests that asked one statement more often than windfall.statements.repeated-after")
                .tags(tags(repetition.statement(), repetition.route()))
                .register(meters)
                .increment();
        if (told.add(repetition)) {
            log.warn(
                    "{} was asked {} times by one request to {}: ask once for all of them",
                    repetition.statement(),
                    times,
                    repetition.route());
        }
    }

    private static Tags tags(String statement, String route) {
        return Tags.of("statement", statement, "route", route);
    }
}
