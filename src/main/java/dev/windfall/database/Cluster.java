package dev.windfall.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.springframework.util.FileSystemUtils;

/// The files of the embedded PostgreSQL server, and the server that serves them.
final class Cluster {

    static final String ROLE = "windfall";
    static final String DATABASE = "windfall";

    /// The one way in. Nobody else gets as far as to be asked for a password, the superuser included.
    private static final String ACCESS = "host %s %s 127.0.0.1/32 scram-sha-256\n".formatted(DATABASE, ROLE);

    private final OwnerOnlyFiles home;
    private final Path files;
    private final Path log;

    Cluster(OwnerOnlyFiles home) {
        this.home = home;
        this.files = home.path("cluster");
        this.log = home.path("server.log");
    }

    boolean exists() {
        return Files.exists(files);
    }

    /// Makes the files, with a role that owns a database and may do no more than that. No server listens meanwhile, and
    /// what breaks off leaves nothing that would be taken for a cluster.
    void create(String password) throws IOException {
        Path unfinished = home.path("cluster.unfinished");
        FileSystemUtils.deleteRecursively(unfinished);
        PostgresPrograms programs = programs();
        // a locale that PostgreSQL brings itself, since the system may have none
        programs.run(
                "initdb",
                "--pgdata=" + unfinished,
                "--username=postgres",
                "--auth=reject",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8");
        programs.runOn(
                """
                create role %1$s login password '%2$s';
                create database %3$s owner %1$s;
                """.formatted(ROLE, password, DATABASE),
                "postgres",
                "--single",
                "-c",
                "exit_on_error=true",
                "-D",
                unfinished.toString(),
                "postgres");
        Files.writeString(unfinished.resolve("pg_hba.conf"), ACCESS);
        Files.move(unfinished, files, StandardCopyOption.ATOMIC_MOVE);
    }

    /// Returns when the server lets clients in.
    void start(int port) throws IOException {
        PostgresPrograms programs = programs();
        keepOneOldLog();
        programs.run(
                "pg_ctl",
                "start",
                "--pgdata=" + files,
                "--log=" + log,
                "--options=" + options(port),
                "--wait",
                "--timeout=60");
    }

    /// Neither `fsync` nor `synchronous_commit` is among them: they are on, so that what was committed is on the disk.
    private static String options(int port) {
        return String.join(
                " ",
                "-p " + port,
                "-c listen_addresses=127.0.0.1",
                "-c unix_socket_directories=",
                "-c log_checkpoints=off");
    }

    /// Ends all sessions and returns when everything is on disk.
    void stop() throws IOException {
        programs().run("pg_ctl", "stop", "--pgdata=" + files, "--mode=fast", "--wait", "--timeout=60");
    }

    Optional<Postmaster> postmaster() throws IOException {
        return Postmaster.serving(files);
    }

    private PostgresPrograms programs() throws IOException {
        return PostgresPrograms.unpackedIn(home.path("programs"), log);
    }

    private void keepOneOldLog() throws IOException {
        if (Files.exists(log)) {
            Files.move(log, home.path("server.log.old"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Override
    public String toString() {
        return home.directory().toString();
    }
}
