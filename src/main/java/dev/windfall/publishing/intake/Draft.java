package dev.windfall.publishing.intake;

import dev.windfall.csv.FileDigest;
import dev.windfall.publishing.file.DeclaredDraw;
import java.nio.file.Path;
import java.util.List;

/// A draw on its way in.
///
/// @param prizeTable the file that declares it
record Draft(FileDigest prizeTable, DeclaredDraw draw, List<Path> winnersFiles, ImportRequest.Signature signature) {

    Draft {
        winnersFiles = List.copyOf(winnersFiles);
    }

    /// What findings call its winners files, in their order.
    List<String> fileNames() {
        return winnersFiles.stream().map(file -> file.getFileName().toString()).toList();
    }

    boolean awaitsWinners() {
        return winnersFiles.isEmpty() && draw.prizeCount() > 0;
    }

    /// How many prizes its winners files should hold.
    int expectedPrizes() {
        return winnersFiles.isEmpty() ? 0 : draw.prizeCount();
    }
}
