package dev.windfall;

import dev.windfall.publishing.DrawImport;
import dev.windfall.publishing.DrawOutcome;
import dev.windfall.publishing.ImportReport;
import dev.windfall.publishing.ImportRequest;
import dev.windfall.publishing.Publication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.springframework.beans.factory.BeanFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "import",
        description = {
            "Import draws from a prize table and their winners files.",
            "A draw comes in whole or not at all; what keeps it out is told as file:line: column: reason."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:nothing was refused", "1:something was refused or failed", "2:the arguments were wrong"})
class ImportCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private PrizeTableOptions prizeTable = new PrizeTableOptions();

    @Option(names = "--publish", description = "Publish each draw once it is in.")
    private boolean publish;

    @Parameters(
            paramLabel = "WINNERS_FILE_OR_DIR",
            arity = "0..*",
            description =
                    "Winners files (CSV), or directories whose *.csv are winners files. Each file holds one draw.")
    private List<Path> winners = List.of();

    @Override
    public Integer call() throws IOException {
        var request =
                new ImportRequest(prizeTable.file(), prizeTable.selection(), winnersFiles(), CommandContext.ACTOR);
        return CommandContext.run(beans -> run(request, beans));
    }

    private int run(ImportRequest request, BeanFactory beans) {
        var report = new OutcomeReport(
                spec.commandLine().getOut(), spec.commandLine().getErr());
        var publication = beans.getBean(Publication.class);
        ImportReport imported = beans.getBean(DrawImport.class).run(request, outcome -> {
            report.tell(outcome);
            if (publish && outcome instanceof DrawOutcome.Imported) {
                report.tell(publication.publish(outcome.drawNumber(), CommandContext.ACTOR));
            }
        });
        report.tell(imported.unattributed());
        if (imported.draws().isEmpty() && imported.unattributed().isEmpty()) {
            report.tellThatNothingWasAskedFor();
        }
        return report.exitCode();
    }

    private List<Path> winnersFiles() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path path : winners) {
            if (Files.isDirectory(path)) {
                files.addAll(csvFiles(path));
            } else {
                files.add(PrizeTableOptions.readable(path, spec));
            }
        }
        return files;
    }

    /// A prize table that lies among them is not one of them.
    private List<Path> csvFiles(Path directory) throws IOException {
        List<Path> files = new ArrayList<>();
        try (var entries = Files.newDirectoryStream(directory, "*.csv")) {
            for (Path entry : entries) {
                if (!Files.isSameFile(entry, prizeTable.file())) {
                    files.add(entry);
                }
            }
        }
        return files.stream().sorted().toList();
    }
}
