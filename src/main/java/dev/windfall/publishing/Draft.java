package dev.windfall.publishing;

import dev.windfall.publishing.file.DeclaredDraw;
import java.nio.file.Path;
import java.util.List;

/// A draw on its way in.
///
/// @param prizeTable the name of the file that declares it
record Draft(String prizeTable, DeclaredDraw draw, List<Path> winnersFiles, String actor) {

    Draft {
        winnersFiles = List.copyOf(winnersFiles);
    }

    boolean awaitsWinners() {
        return winnersFiles.isEmpty() && draw.prizeCount() > 0;
    }
}
