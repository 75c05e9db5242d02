package dev.windfall.bench.document;

import dev.windfall.bench.Plan;
import dev.windfall.bench.alternative.Alternative;
import dev.windfall.bench.lab.Lab;
import dev.windfall.bench.lab.Libraries;
import dev.windfall.bench.lab.Machine;
import dev.windfall.bench.report.Table;
import java.nio.file.Path;

/// What was measured, on what, and how to do it again.
final class SetupSection implements Section {

    private final Results results;

    SetupSection(Results results) {
        this.results = results;
    }

    @Override
    public String write(Path pictures) {
        Machine machine = results.machine();
        return """
                ## Set-up

                - **Machine**: %s, %d cores, %.1f GiB of memory, %s. Everything runs on it: load, nodes, databases.
                - **Java**: %s; all nodes with `%s`, and a cache of loaded classes (`-XX:AOTCache`) of one training run.
                - **Settings** of all nodes: who asks waits up to 30 s for a connection to the database, and a node that was
                  stopped for long doesn't count as one with stale prizes. Alternatives don't count their statements.
                - **PostgreSQL** %s.
                - **Redis**: `%s`, in memory only.
                - **Libraries**: %s.
                - **Load**: for views `%s`, by one thread on 16 connections, with its own correction of latencies for those
                  who would have come while it waited; for draw nights a client with fixed arrivals.
                - **Lottery**: %,d subscribers; %d draws of %,d winners in the last three months, drawn by the simulator
                  under the thirteen tiers and odds of EuroMillions, imported, approved and published by Windfall's own
                  means.
                - **Rounds**: %d. In each all take turns, in an order of its own; those whose turn it isn't are
                  stopped (SIGSTOP). Before, each is loaded in spells of %d s, for as long as it gets
                  faster by more than 5 %% from one to the next: %d at most.

                Each alternative has a node that serves first views and nothing else. Static pages and unchanged ones (304)
                come from another node of Windfall, which they have to themselves.

                The alternatives exchange one part of Windfall, which answers a subscriber; sign-in, filters, controller,
                template and rendering are Windfall's own in all of them.

                %s""".formatted(
                        machine.processor(),
                        machine.cores(),
                        machine.memoryBytes() / 1073741824.0,
                        machine.system(),
                        machine.java(),
                        String.join(" ", Lab.JVM),
                        results.postgres(),
                        machine.redis(),
                        Libraries.versions(),
                        machine.wrk(),
                        results.plan().lottery().subscribers(),
                        Plan.DRAWS,
                        results.plan().lottery().winnersPerDraw(),
                        results.plan().rounds(),
                        results.plan().warmUp().toSeconds(),
                        results.plan().warmUps(),
                        alternatives());
    }

    private Table alternatives() {
        var table = new Table("alternative", "set up as");
        for (Alternative alternative : results.plan().compared()) {
            table.row(alternative.title(), alternative.configuration());
        }
        return table.row(
                "Static page",
                "the prizes page of middle size, the same for everybody, to who is signed in: "
                        + "a file by Spring's resource handler, and bytes in memory");
    }
}
