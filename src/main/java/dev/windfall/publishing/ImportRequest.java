package dev.windfall.publishing;

import dev.windfall.publishing.file.PrizeTable;
import java.nio.file.Path;
import java.util.List;

/// @param winnersFiles in any order; each holds one draw, a draw may have several
/// @param actor who asks for it
public record ImportRequest(Path prizeTable, PrizeTable.Selection selection, List<Path> winnersFiles, String actor) {

    public ImportRequest {
        winnersFiles = List.copyOf(winnersFiles);
    }
}
