package dev.windfall.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.windfall.DatabaseGate;
import dev.windfall.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(OutputCaptureExtension.class)
class DatabaseStartupIntegrationTests {

    private static final String CANNOT_BE_REACHED = "The database can't be reached";

    private final ApplicationContextRunner program = new ApplicationContextRunner()
            .withInitializer(new ConfigDataApplicationContextInitializer())
            .withConfiguration(AutoConfigurations.of(
                    DataSourceAutoConfiguration.class,
                    FlywayAutoConfiguration.class,
                    JdbcTemplateAutoConfiguration.class,
                    JdbcClientAutoConfiguration.class))
            .withUserConfiguration(DatabaseConfiguration.class, Listener.class);

    @Test
    void migratesAndTellsWhileTheProgramStarts() {
        at(TestDatabase.createEmptyUrl()).run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(context.getBean(Database.class).ready()).isTrue();
            assertThat(context.getBean(Database.class).embedded()).isFalse();
            assertThat(toldIn(context)).containsExactly(Thread.currentThread());
            assertThat(publishedVersion(context)).isZero();
        });
    }

    @Test
    void runsOnTheEmbeddedServerUnlessPointedToAnother(@TempDir Path dataDir) {
        program.withPropertyValues(
                        "windfall.data-dir=" + dataDir,
                        "windfall.database.port=" + FreePort.find(),
                        "spring.datasource.url=")
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertThat(context.getBean(Database.class).embedded()).isTrue();
                    assertThat(publishedVersion(context)).isZero();
                });
    }

    @Test
    void livesWithoutADatabaseAndComesRoundWhenItCan(CapturedOutput output) throws IOException {
        String url = TestDatabase.createEmptyUrl();
        try (var gate = DatabaseGate.shut(url)) {
            at(gate.url()).run(context -> {
                assertThat(context).hasNotFailed();
                assertThat(context.getBean(Database.class).ready()).isFalse();
                assertThat(toldIn(context)).isEmpty();

                gate.open();

                await().untilAsserted(() -> assertThat(toldIn(context)).hasSize(1));
                assertThat(context.getBean(Database.class).ready()).isTrue();
                assertThat(publishedVersion(context)).isZero();
            });
        }
        assertThat(output.getOut()).containsOnlyOnce(CANNOT_BE_REACHED);
    }

    @Test
    void goesOnTryingWhenAServerThatComesLateSaysNo(CapturedOutput output) throws IOException {
        String elsewhere = TestDatabase.createUrl().replaceFirst("/[^/]*\\?", "/no_such_database?");
        try (var gate = DatabaseGate.shut(elsewhere)) {
            at(gate.url()).run(context -> {
                gate.open();

                await().until(() -> output.getOut().contains("The server has no such database"));
                TestDatabase.createDatabase("no_such_database");
                await().untilAsserted(() -> assertThat(toldIn(context)).hasSize(1));
            });
        }
    }

    @Test
    void endsItsAttemptsWithTheProgram() {
        at("jdbc:postgresql://127.0.0.1:%d/nowhere".formatted(FreePort.find())).run(context -> {
            var startup = context.getBean(DatabaseStartup.class);
            context.close();
            await().until(() -> !startup.isTrying());
        });
    }

    @Test
    void refusesAnAddressThatIsNone() {
        assertRefused(
                at("jdbc:postgresql://windfall:s3cret@db.example/windfall"),
                "SPRING_DATASOURCE_URL is not the address of a PostgreSQL database:"
                        + " it should read jdbc:postgresql://HOST:PORT/DATABASE.");
        assertRefused(
                at("jdbc:mysql://db.example/windfall?password=s3cret"),
                "SPRING_DATASOURCE_URL is not the address of a PostgreSQL database:"
                        + " it should read jdbc:postgresql://HOST:PORT/DATABASE.");
    }

    @Test
    void refusesADatabaseThatIsNotThere() {
        assertRefused(
                at(TestDatabase.createUrl().replaceFirst("/[^/]*\\?", "/missing?password=s3cret&")),
                "The server has no such database (FATAL: database \"missing\" does not exist):"
                        + " check SPRING_DATASOURCE_URL.");
    }

    @Test
    void refusesARoleThatIsNotThere() {
        assertRefused(
                at(TestDatabase.createUrl().replace("user=postgres", "user=stranger&password=s3cret")),
                "The database does not let Windfall in (FATAL: role \"stranger\" does not exist):"
                        + " check SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD.");
    }

    @Test
    void refusesAWrongPassword(@TempDir Path dataDir) {
        var settings = new DatabaseSettings(dataDir, new DatabaseSettings.Server(FreePort.find()));
        try (var server = EmbeddedServer.start(settings)) {
            assertRefused(
                    at(server.getJdbcUrl())
                            .withPropertyValues(
                                    "spring.datasource.username=windfall", "spring.datasource.password=s3cret"),
                    "The database does not let Windfall in"
                            + " (FATAL: password authentication failed for user \"windfall\"):"
                            + " check SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD.");
        }
    }

    @Test
    void refusesARoleThatMayNotMakeTables() {
        String url = TestDatabase.createEmptyUrl();
        JdbcClient.create(TestDatabase.at(url))
                .sql("create role guest login; revoke create on schema public from public")
                .update();
        assertRefused(
                at(url.replace("user=postgres", "user=guest")),
                "The role may not make Windfall's tables (ERROR: permission denied for schema public):"
                        + " let it own the database.");
    }

    private ApplicationContextRunner at(String url) {
        return program.withPropertyValues("spring.datasource.url=" + url);
    }

    private static void assertRefused(ApplicationContextRunner program, String sentence) {
        program.run(context -> assertThat(context)
                .getFailure()
                .rootCause()
                .isInstanceOf(DatabaseRefused.class)
                .hasMessage(sentence));
    }

    private static List<Thread> toldIn(AssertableApplicationContext context) {
        return context.getBean(Listener.class).threads;
    }

    private static long publishedVersion(AssertableApplicationContext context) {
        return context.getBean(JdbcClient.class)
                .sql("select version from data_version")
                .query(Long.class)
                .single();
    }

    static class Listener {

        private final List<Thread> threads = new CopyOnWriteArrayList<>();

        @EventListener
        void on(DatabaseReady ready) {
            threads.add(Thread.currentThread());
        }
    }
}
