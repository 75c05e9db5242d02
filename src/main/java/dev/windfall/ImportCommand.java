package dev.windfall;

import dev.windfall.publishing.intake.ImportDesk;
import dev.windfall.publishing.intake.ImportReport;
import dev.windfall.publishing.intake.ImportRequest;
import dev.windfall.publishing.intake.ImportRequest.Signature;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "import",
        description = {
            "Import draws from a prize table and their winners files.",
            "A draw comes in whole or not at all; what keeps it out is told as file:line: column: reason.",
            "Nobody sees it before it is approved and published."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:nothing was refused",
            "1:something was refused or failed",
            "2:the arguments or the password were wrong"
        })
class ImportCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private StaffOption staff = new StaffOption();

    @Mixin
    private PrizeTableOptions prizeTable = new PrizeTableOptions();

    @Option(
            names = "--correct",
            paramLabel = "REASON",
            description = "Import draws that were published before, as corrections for this reason.")
    private @Nullable String correction;

    @Option(
            names = "--confirm",
            paramLabel = "REASON",
            description = "Confirm in advance, for this reason, what the checks find unlikely.")
    private @Nullable String confirmation;

    @Parameters(
            paramLabel = "WINNERS_FILE_OR_DIR",
            arity = "0..*",
            description =
                    "Winners files (CSV), or directories whose *.csv are winners files. Each file holds one draw.")
    private List<Path> winners = List.of();

    @Override
    public Integer call() throws IOException {
        Path table = prizeTable.file();
        List<Path> files = winnersFiles();
        return CommandContext.run(beans -> run(
                new ImportRequest(
                        table,
                        prizeTable.selection(),
                        files,
                        signature(staff.proven(beans).username())),
                beans));
    }

    private Signature signature(String importer) {
        try {
            return new Signature(importer, Optional.ofNullable(correction), Optional.ofNullable(confirmation));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private int run(ImportRequest request, BeanFactory beans) {
        PrintWriter err = spec.commandLine().getErr();
        var report = new OutcomeReport(spec.commandLine().getOut(), err);
        var progress = new ProgressLine(err);
        ImportReport imported = beans.getBean(ImportDesk.class)
                .run(
                        request,
                        outcome -> {
                            progress.clear();
                            report.tell(outcome);
                        },
                        progress::show);
        progress.clear();
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
