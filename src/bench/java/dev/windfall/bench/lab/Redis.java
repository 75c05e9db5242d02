package dev.windfall.bench.lab;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisConnectionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/// A Redis of its own, in memory only.
public final class Redis implements AutoCloseable {

    private final Process process;
    private final int port;

    private Redis(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    public static Redis start(Path folder) throws IOException, InterruptedException {
        int port = NodeProcess.freePort();
        Path log = Files.createDirectories(folder).resolve("redis.log");
        var process = new ProcessBuilder(
                        "redis-server",
                        "--port",
                        Integer.toString(port),
                        "--bind",
                        "127.0.0.1",
                        "--save",
                        "",
                        "--appendonly",
                        "no",
                        "--dir",
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        EndWithUs.watch(process);
        var redis = new Redis(process, port);
        redis.awaitReady();
        return redis;
    }

    private void awaitReady() throws IOException, InterruptedException {
        while (!answers()) {
            if (!process.isAlive()) {
                throw new IOException("redis-server ended with " + process.exitValue());
            }
            Thread.sleep(10);
        }
    }

    private boolean answers() {
        try (var client = RedisClient.create(uri());
                var connection = client.connect()) {
            return connection.sync().ping().equals("PONG");
        } catch (RedisConnectionException notYet) {
            return false;
        }
    }

    public String uri() {
        return "redis://127.0.0.1:" + port;
    }

    public ProcessHandle process() {
        return process.toHandle();
    }

    /// What its data take, in bytes, as it says itself.
    public long usedBytes() {
        return info("memory", "used_memory:");
    }

    /// How often it was asked or told anything, as it says itself.
    public long commands() {
        return info("stats", "total_commands_processed:");
    }

    private long info(String section, String field) {
        try (var client = RedisClient.create(uri());
                var connection = client.connect()) {
            return connection
                    .sync()
                    .info(section)
                    .lines()
                    .filter(line -> line.startsWith(field))
                    .mapToLong(line ->
                            Long.parseLong(line.substring(field.length()).strip()))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
