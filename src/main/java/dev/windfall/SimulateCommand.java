package dev.windfall;

import dev.windfall.publishing.file.DeclaredDraw;
import dev.windfall.publishing.file.PrizeTable;
import dev.windfall.simulator.Simulation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "simulate",
        description = {
            "Draw winners at random under a prize table: as many in each tier as it declares.",
            "The same prize table, subscribers and seed give the same files."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all files are written",
            "1:the prize table has findings, or a file failed",
            "2:the arguments were wrong"
        })
class SimulateCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private PrizeTableOptions prizeTable = new PrizeTableOptions();

    @Option(names = "--subscribers", required = true, paramLabel = "N", description = "Subscribers 1 to N take part.")
    private int subscribers;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "Another seed, other winners (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "Where winners-DRAW_NO.csv go, one file for each draw that has winners.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path out;

    @Override
    public Integer call() throws IOException {
        if (subscribers < 1) {
            throw new ParameterException(spec.commandLine(), "--subscribers is 1 or more, not " + subscribers);
        }
        PrizeTable table = PrizeTable.read(prizeTable.file(), prizeTable.selection());
        var report = new OutcomeReport(
                spec.commandLine().getOut(), spec.commandLine().getErr());
        report.tell(table.unattributed());
        table.refused().values().forEach(report::tell);
        if (report.exitCode() == 0) {
            write(table);
        }
        return report.exitCode();
    }

    private void write(PrizeTable table) throws IOException {
        Files.createDirectories(out);
        var simulation = new Simulation(subscribers, seed);
        for (DeclaredDraw draw : table.draws()) {
            simulation.writeWinners(draw, out);
            spec.commandLine().getOut().printf("draw %s: %d prizes%n", draw.number(), draw.prizeCount());
        }
        spec.commandLine().getOut().flush();
    }
}
