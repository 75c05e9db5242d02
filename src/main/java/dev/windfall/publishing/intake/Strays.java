package dev.windfall.publishing.intake;

import dev.windfall.csv.FileDigest;
import dev.windfall.csv.Finding;
import dev.windfall.csv.Findings;
import dev.windfall.publishing.file.WinnersFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The winners files of an import that belong to no draw of its prize table.
final class Strays {

    private final Findings.Collector findings = new Findings.Collector();
    private final List<FileDigest> files = new ArrayList<>();

    /// Puts a winners file to its draw's, or to the strays.
    ///
    /// @param byDraw the winners files of each draw of the prize table
    /// @throws IOException if the file can't be read
    void sort(Path file, Map<String, List<Path>> byDraw) throws IOException {
        Optional<WinnersFile.FirstRow> first = WinnersFile.firstRow(file, findings);
        Optional<List<Path>> ofDraw = first.map(row -> byDraw.get(row.drawNumber()));
        if (ofDraw.isPresent()) {
            ofDraw.get().add(file);
            return;
        }
        first.ifPresent(row -> findings.add(ofNoDraw(file, row)));
        files.add(FileDigest.of(file));
    }

    Findings findings() {
        return findings.findings();
    }

    List<FileDigest> files() {
        return List.copyOf(files);
    }

    private static Finding ofNoDraw(Path file, WinnersFile.FirstRow row) {
        return new Finding(
                file.getFileName().toString(),
                row.line(),
                "draw_no",
                "draw %s is not in the prize table: give the table that declares it"
                        .formatted(Finding.quoted(row.drawNumber())));
    }
}
