package dev.windfall.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class EmbeddedServerIntegrationTests {

    private static final String WRONG_PASSWORD = "28P01";
    private static final String NOT_ADMITTED = "28000";

    /// One for all, because a first start takes seconds; each test leaves the server stopped.
    @TempDir
    private static Path sharedDataDir;

    private Path dataDir = sharedDataDir;

    private final int port = FreePort.find();

    @Test
    void keepsDataOverARestart() {
        try (var server = start()) {
            ask(server)
                    .sql("create table if not exists kept as select 7 as number")
                    .update();
        }
        try (var server = start()) {
            assertThat(ask(server)
                            .sql("select number from kept")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(7);
        }
    }

    @Test
    void hasWhatIsCommittedOnDisk() {
        try (var server = start()) {
            assertThat(setting(server, "fsync")).isEqualTo("on");
            assertThat(setting(server, "synchronous_commit")).isEqualTo("on");
            assertThat(setting(server, "full_page_writes")).isEqualTo("on");
        }
    }

    @Test
    void listensOnTheLoopbackInterfaceAlone() {
        try (var server = start()) {
            assertThat(setting(server, "listen_addresses")).isEqualTo("127.0.0.1");
        }
    }

    @Test
    void letsNobodyInButItsRoleByItsPassword() {
        try (var server = start()) {
            assertRefused(server.getJdbcUrl(), "windfall", "", "08004");
            assertRefused(server.getJdbcUrl(), "windfall", "guessed", WRONG_PASSWORD);
            assertRefused(server.getJdbcUrl(), "postgres", server.getPassword(), NOT_ADMITTED);
            assertRefused(databaseUrl("postgres"), "windfall", server.getPassword(), NOT_ADMITTED);
        }
    }

    @Test
    void worksUnderARoleThatOwnsItsDatabaseAndNoMore() {
        try (var server = start()) {
            var may = ask(server)
                    .sql("select rolsuper or rolcreaterole or rolcreatedb or rolreplication or rolbypassrls"
                            + " from pg_roles where rolname = current_user")
                    .query(Boolean.class)
                    .single();
            assertThat(may).isFalse();
        }
    }

    @Test
    void keepsItsFilesToItsOwner() throws IOException {
        try (var _ = start()) {
            Path files = dataDir.resolve("postgresql");
            assertThat(permissions(files)).isEqualTo("rwx------");
            assertThat(permissions(files.resolve("password"))).isEqualTo("rw-------");
            assertThat(Files.readString(files.resolve("password"))).hasSizeGreaterThanOrEqualTo(32);
        }
    }

    @Test
    void adoptsAServerThatOutlivedItsProcess() throws Exception {
        try (var user = startUser()) {
            user.kill();
        }
        assertThatNoException().isThrownBy(this::connectBySavedPassword);
        try (var server = start()) {
            assertThat(ask(server).sql("select 1").query(Integer.class).single())
                    .isEqualTo(1);
        }
        assertStopped();
    }

    @Test
    void findsAServerThatOutlivedItsProcessOnAnotherPort() throws Exception {
        try (var user = startUser()) {
            user.kill();
        }
        try (var server = EmbeddedServer.start(settings(FreePort.find()))) {
            assertThat(server.getJdbcUrl()).contains(":" + port + "/");
        }
        assertStopped();
    }

    @Test
    void stopsWithTheLastProcessThatUsesIt() throws Exception {
        try (var first = startUser();
                var second = startUser()) {
            first.end();
            assertThatNoException().isThrownBy(this::connectBySavedPassword);
            second.end();
        }
        assertStopped();
    }

    @Test
    void startsOnceForTwoProcessesThatComeTogether() throws Exception {
        try (var first = ChildJvm.start(ServerUser.class, dataDir, port);
                var second = ChildJvm.start(ServerUser.class, dataDir, port)) {
            first.awaitLine(ServerUser.USING);
            second.awaitLine(ServerUser.USING);
            first.end();
            second.end();
        }
        assertStopped();
    }

    @Test
    void beginsAnewAfterAFirstStartThatBrokeOff(@TempDir Path newDataDir) throws IOException {
        dataDir = newDataDir;
        for (String unfinished : new String[] {"cluster.unfinished", "programs/unfinished"}) {
            Files.createDirectories(dataDir.resolve("postgresql").resolve(unfinished));
            Files.writeString(dataDir.resolve("postgresql").resolve(unfinished).resolve("PG_VERSION"), "1");
        }
        Files.writeString(dataDir.resolve("postgresql/password.unfinished"), "hal");
        try (var server = start()) {
            assertThat(ask(server).sql("select 1").query(Integer.class).single())
                    .isEqualTo(1);
        }
    }

    @Test
    void namesTheSettingWhenThePortIsTaken() throws IOException {
        try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThatExceptionOfType(DatabaseRefused.class)
                    .isThrownBy(this::start)
                    .withMessageContaining("port " + port)
                    .withMessageContaining("WINDFALL_DATABASE_PORT");
        }
    }

    @Test
    void namesTheSettingWhenItsDirectoryIsNone(@TempDir Path newDataDir) throws IOException {
        dataDir = newDataDir;
        Files.writeString(dataDir.resolve("postgresql"), "a file");
        assertThatExceptionOfType(DatabaseRefused.class)
                .isThrownBy(this::start)
                .withMessageContaining("WINDFALL_DATA_DIR");
    }

    private EmbeddedServer start() {
        return EmbeddedServer.start(settings(port));
    }

    private DatabaseSettings settings(int port) {
        return new DatabaseSettings(dataDir, new DatabaseSettings.Server(port));
    }

    private ChildJvm startUser() throws IOException {
        var user = ChildJvm.start(ServerUser.class, dataDir, port);
        user.awaitLine(ServerUser.USING);
        return user;
    }

    private static JdbcClient ask(EmbeddedServer server) {
        return JdbcClient.create(
                new DriverManagerDataSource(server.getJdbcUrl(), server.getUsername(), server.getPassword()));
    }

    private static String setting(EmbeddedServer server, String name) {
        return ask(server).sql("show " + name).query(String.class).single();
    }

    private void connectBySavedPassword() throws IOException, SQLException {
        String password = Files.readString(dataDir.resolve("postgresql/password"));
        try (Connection connection = DriverManager.getConnection(databaseUrl("windfall"), "windfall", password)) {
            assertThat(connection.isValid(1)).isTrue();
        }
    }

    private void assertStopped() {
        assertThat(dataDir.resolve("postgresql/cluster")).exists();
        assertThat(dataDir.resolve("postgresql/cluster/postmaster.pid")).doesNotExist();
    }

    private static void assertRefused(String url, String role, String password, String state) {
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> DriverManager.getConnection(url, role, password))
                .satisfies(e -> assertThat(e.getSQLState()).isEqualTo(state));
    }

    private String databaseUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
