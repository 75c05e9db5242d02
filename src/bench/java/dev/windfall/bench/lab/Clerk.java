package dev.windfall.bench.lab;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Scanner;
import java.util.concurrent.TimeUnit;

/// Imports draws in a process of his own that gives way to those that serve (`nice`), as a command should on a machine
/// that serves as well.
public final class Clerk implements AutoCloseable {

    private static final String NICENESS = "10";
    private static final String READY = "ready";
    private static final String IMPORTED = "imported";
    private static final int END_S = 30;

    private final Process process;
    private final BufferedReader answers;
    private final Writer orders;
    private final Path log;

    private Clerk(Process process, Path log) {
        this.process = process;
        this.answers = process.inputReader(StandardCharsets.UTF_8);
        this.orders = process.outputWriter(StandardCharsets.UTF_8);
        this.log = log;
    }

    /// @param files of draws, where the desk puts them
    /// @param log for what he says besides
    static Clerk start(String databaseUrl, Lottery lottery, Path files, Path log) throws IOException {
        Files.createDirectories(log.getParent());
        var builder = new ProcessBuilder(List.of(
                        "nice",
                        "-n",
                        NICENESS,
                        JdkTool.path("java"),
                        "-Xmx1g",
                        "-classpath",
                        System.getProperty("java.class.path"),
                        Clerk.class.getName(),
                        databaseUrl,
                        Integer.toString(lottery.subscribers()),
                        Integer.toString(lottery.winnersPerDraw()),
                        files.toString()))
                .redirectError(log.toFile());
        NodeProcess.forgetSettings(builder.environment());
        var process = builder.start();
        EndWithUs.watch(process);
        var clerk = new Clerk(process, log);
        clerk.await(READY);
        return clerk;
    }

    /// Imports a draw whose files lie ready, up to and without its publication.
    public void importDraw(LocalDate date) throws IOException {
        orders.write(date + "\n");
        orders.flush();
        await(IMPORTED);
    }

    private void await(String answer) throws IOException {
        for (String line = answers.readLine(); !answer.equals(line); line = answers.readLine()) {
            if (line == null) {
                throw new IOException("the import ended, see " + log);
            }
        }
    }

    @Override
    public void close() throws IOException {
        try {
            // he ends when there are no more orders
            orders.close();
            boolean _ = process.waitFor(END_S, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            process.destroyForcibly();
        }
    }

    /// @param args the database's URL, how many subscribers there are and winners in a draw, and where files lie
    public static void main(String[] args) throws IOException {
        try (var desk = new Desk(args[0], Lottery.of(args[1], args[2]), Path.of(args[3]));
                var orders = new Scanner(System.in, StandardCharsets.UTF_8)) {
            System.out.println(READY);
            while (orders.hasNextLine()) {
                desk.importDraw(LocalDate.parse(orders.nextLine()));
                System.out.println(IMPORTED);
            }
        }
    }
}
