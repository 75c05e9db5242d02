package dev.windfall.publishing.intake;

import dev.windfall.publishing.file.Finding;
import dev.windfall.publishing.file.Findings;
import dev.windfall.publishing.file.PrizeTable;
import dev.windfall.publishing.file.WinnersFile;
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
    private final Clock clock;

    DrawImport(DrawTransaction transaction, Clock clock) {
        this.transaction = transaction;
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
            return table.unattributed().isEmpty()
                    ? bringIn(table, request, outcomes, progress)
                    : new ImportReport(List.of(), table.unattributed());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ImportReport bringIn(
            PrizeTable table, ImportRequest request, Consumer<DrawOutcome> outcomes, ImportProgress progress)
            throws IOException {
        var strays = new Findings.Collector();
        List<Draft> drafts = drafts(table, request, strays);
        progress.expect(drafts.stream().mapToLong(Draft::expectedPrizes).sum());
        List<DrawOutcome> all = new ArrayList<>();
        Consumer<DrawOutcome> report = outcomes.andThen(all::add);
        table.refused().forEach((number, findings) -> report.accept(new DrawOutcome.Refused(number, findings)));
        for (Draft draft : drafts) {
            progress.begin(draft.draw().number());
            report.accept(transaction.bringIn(draft, progress));
            progress.end(draft.expectedPrizes());
        }
        return new ImportReport(all, strays.findings());
    }

    private static List<Draft> drafts(PrizeTable table, ImportRequest request, Findings.Collector strays)
            throws IOException {
        Map<String, List<Path>> files = filesByDraw(table, request.winnersFiles(), strays);
        return table.draws().stream()
                .map(draw -> new Draft(
                        table.file(), draw, files.getOrDefault(draw.number(), List.of()), request.signature()))
                .toList();
    }

    private static Map<String, List<Path>> filesByDraw(
            PrizeTable table, List<Path> winnersFiles, Findings.Collector strays) throws IOException {
        Map<String, List<Path>> files = new HashMap<>();
        table.draws().forEach(draw -> files.put(draw.number(), new ArrayList<>()));
        table.refused().keySet().forEach(number -> files.put(number, new ArrayList<>()));
        table.outside().forEach(number -> files.put(number, new ArrayList<>()));
        for (Path file : winnersFiles) {
            WinnersFile.firstRow(file, strays).ifPresent(row -> {
                List<Path> ofDraw = files.get(row.drawNumber());
                if (ofDraw == null) {
                    strays.add(stray(file, row));
                } else {
                    ofDraw.add(file);
                }
            });
        }
        return files;
    }

    private static Finding stray(Path file, WinnersFile.FirstRow row) {
        return new Finding(
                file.getFileName().toString(),
                row.line(),
                "draw_no",
                "draw %s is not in the prize table: give the table that declares it"
                        .formatted(Finding.quoted(row.drawNumber())));
    }
}
