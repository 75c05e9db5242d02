package dev.windfall.publishing.intake;

import dev.windfall.publishing.file.PrizeTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;

/// Brings draws in from a prize table and winners files. Each draw comes in whole or not at all, whatever becomes of
/// the others; nobody sees it before its [Publication].
@Service
public class DrawImport {

    private final DrawTransaction transaction;
    private final IntakeAudit audit;
    private final Clock clock;

    DrawImport(DrawTransaction transaction, IntakeAudit audit, Clock clock) {
        this.transaction = transaction;
        this.audit = audit;
        this.clock = clock;
    }

    public ImportReport run(ImportRequest request) {
        return run(request, _ -> {}, new ImportProgress(clock));
    }

    /// @param outcomes takes each draw's outcome as soon as it is final
    /// @param progress is told how far it has come
    /// @throws UncheckedIOException if a file can't be read; draws reported before stay in
    ImportReport run(ImportRequest request, Consumer<DrawOutcome> outcomes, ImportProgress progress) {
        try {
            PrizeTable table = PrizeTable.read(request.prizeTable(), request.selection());
            if (table.unattributed().isEmpty()) {
                return bringIn(table, request, outcomes, progress);
            }
            audit.refused(request.signature(), table.file(), List.of(), table.unattributed());
            return new ImportReport(List.of(), table.unattributed());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ImportReport bringIn(
            PrizeTable table, ImportRequest request, Consumer<DrawOutcome> outcomes, ImportProgress progress)
            throws IOException {
        var strays = new Strays();
        List<Draft> drafts = drafts(table, request, strays);
        progress.expect(drafts.stream().mapToLong(Draft::expectedPrizes).sum());
        List<DrawOutcome> all = new ArrayList<>();
        Consumer<DrawOutcome> report = outcomes.andThen(all::add);
        table.refused().forEach((number, findings) -> {
            var refused = new DrawOutcome.Refused(number, findings, List.of());
            audit.refused(request.signature(), table.file(), refused);
            report.accept(refused);
        });
        for (Draft draft : drafts) {
            progress.begin(draft.draw().number());
            report.accept(transaction.bringIn(draft, progress));
            progress.end(draft.expectedPrizes());
        }
        if (!strays.findings().isEmpty()) {
            audit.refused(request.signature(), table.file(), strays.files(), strays.findings());
        }
        return new ImportReport(all, strays.findings());
    }

    private static List<Draft> drafts(PrizeTable table, ImportRequest request, Strays strays) throws IOException {
        Map<String, List<Path>> files = filesByDraw(table, request.winnersFiles(), strays);
        return table.draws().stream()
                .map(draw -> new Draft(
                        table.file(), draw, files.getOrDefault(draw.number(), List.of()), request.signature()))
                .toList();
    }

    private static Map<String, List<Path>> filesByDraw(PrizeTable table, List<Path> winnersFiles, Strays strays)
            throws IOException {
        Map<String, List<Path>> files = new HashMap<>();
        table.draws().forEach(draw -> files.put(draw.number(), new ArrayList<>()));
        table.refused().keySet().forEach(number -> files.put(number, new ArrayList<>()));
        table.outside().forEach(number -> files.put(number, new ArrayList<>()));
        for (Path file : winnersFiles) {
            strays.sort(file, files);
        }
        return files;
    }
}
