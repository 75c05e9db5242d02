package dev.windfall.account;

import dev.windfall.Windfall;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/// The whole application, listening on a port of its own. Several of them on one database are a cluster.
///
/// It asks what has ended elsewhere only when a test tells it to.
public final class Node implements AutoCloseable {

    public static final String PASSWORD = "correct horse battery";

    private final SettableClock clock;
    private final ConfigurableApplicationContext context;
    private final boolean provoked;

    private Node(SettableClock clock, List<Class<?>> further, Map<String, String> settings) {
        this.clock = clock;
        provoked = !further.isEmpty();
        context = new SpringApplicationBuilder(Windfall.class)
                .sources(further.toArray(Class<?>[]::new))
                .initializers(created ->
                        ((GenericApplicationContext) created).registerBean("clock", Clock.class, () -> clock))
                .run(settings.entrySet().stream()
                        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                        .toArray(String[]::new));
    }

    public static Node on(String databaseUrl, String... settings) {
        return at(new SettableClock(), List.of(), databaseUrl, settings);
    }

    /// With components that only a test has.
    public static Node on(String databaseUrl, List<Class<?>> further, String... settings) {
        return at(new SettableClock(), further, databaseUrl, settings);
    }

    /// At another time than today's.
    public static Node at(Instant now, String databaseUrl, String... settings) {
        return at(new SettableClock(now), List.of(), databaseUrl, settings);
    }

    private static Node at(SettableClock clock, List<Class<?>> further, String databaseUrl, String... settings) {
        Map<String, String> all = new LinkedHashMap<>(Map.of(
                "spring.datasource.url", databaseUrl,
                "server.port", "0",
                "server.address", "127.0.0.1",
                "windfall.demo", "false",
                "windfall.account.poll-interval", "1h",
                // stricter than in production: no page asks anything for each of its rows
                "windfall.statements.repeated-after", "3",
                "windfall.shutdown.drain", "0s"));
        for (String setting : settings) {
            int equals = setting.indexOf('=');
            all.put(setting.substring(0, equals), setting.substring(equals + 1));
        }
        return new Node(clock, further, all);
    }

    /// Subscribers 1 to 9, and `clerk` of the staff, all with [#PASSWORD].
    public Node withAccounts() {
        var accounts = bean(SampleAccounts.class);
        accounts.addSubscribers(9, PASSWORD, YearMonth.of(2026, 11));
        accounts.addStaff("clerk", "Clara Clerk", PASSWORD);
        return this;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public <T> T bean(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    /// Whether there is a component of a type.
    public boolean has(String type) {
        try {
            return context.getBeanNamesForType(Class.forName(type)).length > 0;
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException(e);
        }
    }

    public SettableClock clock() {
        return clock;
    }

    public URI uri() {
        var port = context.getEnvironment().getRequiredProperty("local.server.port");
        return URI.create("http://127.0.0.1:" + port);
    }

    /// Somebody with a fresh browser.
    public Visitor visitor() {
        return Visitor.of(uri());
    }

    /// Somebody with a fresh browser who has signed in.
    public Visitor signedIn(String username) {
        var visitor = visitor();
        visitor.signIn(username, PASSWORD);
        return visitor;
    }

    /// @throws IllegalStateException if a request asked one statement again and again, and no component of the test's
    @Override
    public void close() {
        List<String> repeated =
                context.getBean(MeterRegistry.class).find("windfall.statements.repeated").counters().stream()
                        .map(counter -> counter.getId().getTags().toString())
                        .toList();
        context.close();
        if (!repeated.isEmpty() && !provoked) {
            throw new IllegalStateException("requests asked the same again and again: " + repeated);
        }
    }
}
