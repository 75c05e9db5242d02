package dev.windfall.bench.document;

import dev.windfall.bench.lab.Machine;
import dev.windfall.bench.report.Samples;
import dev.windfall.bench.report.Table;
import dev.windfall.bench.scenario.Deliveries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/// Writes down what was measured of the deliveries.
public final class DeliveriesDocument {

    private DeliveriesDocument() {}

    /// @param folder gets `deliveries.md`
    public static Path write(
            Deliveries.Result result, String commit, LocalDate day, Machine machine, String postgres, Path folder)
            throws IOException {
        return Files.writeString(folder.resolve("deliveries.md"), """
                # Deliveries

                %,d status updates of %d carriers with %d codes, of which one in twenty is of interest, on their way to
                the winners' notices. Measured on %s, of commit %s, by

                ```sh
                ./mvnw -Pbenchmarks verify -Dbenchmarks=deliveries
                ```

                Figures are medians of %d rounds, with the smallest and the largest value in brackets; what is counted was
                counted once.

                ## Targets

                %s
                ## What is asked of the code service

                It takes %d ms for an answer.

                %s
                Windfall's questions are those of all rounds, and of %d more to get warm. Who asks for each code once
                waits for it in the middle of the flood, one after the other as they come. Who asks for each update was
                watched for the first %,d of them, with %d questions under way.

                ## How it was measured

                - Updates come over HTTP in requests of %,d, signed, %d at the same time; a request has those of one carrier.
                  The load, the node, PostgreSQL and the code service share the machine.
                - Intake is the time from the first request to the last answer: signatures checked, codes translated, and
                  what is of interest stored for good. Told is the time from the first request until the outbox has a
                  notice of each; mails are not sent, since that is the mail server's speed.
                - Each round begins with empty tables and all parcels handed in. After it, each event of interest stands in
                  the database once with its parcel and a notice, and nothing else does.
                - A translation is one look-up of a code that was made a text just before, by JMH in a Java VM of its own in
                  each round.
                - **Machine**: %s, %d cores, %.1f GiB of memory, %s; **Java**: %s; **PostgreSQL** %s.
                """.formatted(
                        Deliveries.UPDATES,
                        result.carriers(),
                        result.codes(),
                        day,
                        commit,
                        Deliveries.ROUNDS,
                        targets(result),
                        Deliveries.LATENCY.toMillis(),
                        questions(result),
                        Deliveries.WARM_UP_ROUNDS,
                        Deliveries.ASKED_EACH,
                        Deliveries.AT_ONCE,
                        Deliveries.A_REQUEST,
                        Deliveries.AT_ONCE,
                        machine.processor(),
                        machine.cores(),
                        machine.memoryBytes() / 1073741824.0,
                        machine.system(),
                        machine.java(),
                        postgres));
    }

    private static Table targets(Deliveries.Result result) {
        var table = new Table("what", "target", "measured", "met");
        long wanted = 5L * result.carriers();
        table.row(
                "calls to the code service, five a carrier",
                Long.toString(wanted),
                Long.toString(result.calls()),
                met(result.calls() == wanted));
        atLeast(table, "translations a second", 10_000_000, result.translations());
        atLeast(table, "intake, updates a second", 50_000, result.perSecond());
        table.row(
                "of %,d events of interest stored and noticed, in each round".formatted(result.interesting()),
                "all",
                "all, within %s s".formatted(result.toldAfterS().format("%.1f")),
                "yes");
        return table;
    }

    private static void atLeast(Table table, String what, double target, Samples measured) {
        table.row(what, "≥ %,.0f".formatted(target), measured.format("%,.0f"), met(measured.median() >= target));
    }

    private static String met(boolean met) {
        return met ? "yes" : "**no**";
    }

    private static Table questions(Deliveries.Result result) {
        double each = Deliveries.UPDATES / result.eachPerSecond();
        return new Table("who asks", "calls", "waited for")
                .row("Windfall: five questions a carrier", "%,d".formatted(result.calls()), "by nobody")
                .row(
                        "each code once, then remembered",
                        "%,d".formatted(result.callsByCode()),
                        "%.1f s".formatted(result.byCodeS()))
                .row(
                        "each update",
                        "%,d".formatted(Deliveries.UPDATES),
                        "%.0f minutes, at %,.0f updates a second".formatted(each / 60, result.eachPerSecond()));
    }
}
